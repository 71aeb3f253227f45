using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Subscriptions;

internal static class SealedVoicemails
{
    private const int BatchSize = 100;

    /// <summary>Opens messages that came over quota, oldest first, for as long as quota is left. Each takes its unit.</summary>
    public static async Task OpenSealedVoicemailsAsync(this IAppDbContext db, SubscriptionId subscription, CancellationToken cancellationToken)
    {
        while (true)
        {
            var sealedOnes = await db.Voicemails.AsNoTracking()
                .Where(voicemail => voicemail.SubscriptionId == subscription && voicemail.IsSealed && voicemail.DeletedAt == null)
                .OrderBy(voicemail => voicemail.ReceivedAt)
                .Select(voicemail => voicemail.Id)
                .Take(BatchSize)
                .ToListAsync(cancellationToken);
            foreach (var id in sealedOnes)
            {
                if (!await OpenAsync(db, subscription, id, cancellationToken))
                {
                    return;
                }
            }

            if (sealedOnes.Count < BatchSize)
            {
                return;
            }
        }
    }

    /// <returns>False once the quota is used up.</returns>
    private static async Task<bool> OpenAsync(IAppDbContext db, SubscriptionId subscription, VoicemailId id, CancellationToken cancellationToken)
    {
        // The unit first: that locks the subscription's row, so that two openers take turns.
        if (await db.TakeVoicemailUnitAsync(subscription, cancellationToken) is not { } period)
        {
            return false;
        }

        var opened = await db.Voicemails
            .Where(voicemail => voicemail.Id == id && voicemail.IsSealed)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(voicemail => voicemail.IsSealed, false)
                    .SetProperty(voicemail => voicemail.Unit, QuotaUnit.Charged)
                    .SetProperty(voicemail => voicemail.PeriodStart, period),
                cancellationToken);
        if (opened == 0)
        {
            await db.Subscriptions.Where(row => row.Id == subscription)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.VoicemailsUsed, row => row.VoicemailsUsed - 1), cancellationToken);
        }

        return true;
    }
}
