using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Subscriptions;

internal static class VoicemailUnits
{
    /// <summary>Takes a unit of the voicemail quota where one is left. The caller's transaction holds the row, so the period can't change under it.</summary>
    /// <returns>Start of the period that gave it, or null.</returns>
    public static async Task<DateTimeOffset?> TakeVoicemailUnitAsync(
        this IAppDbContext db, SubscriptionId subscription, CancellationToken cancellationToken)
    {
        var taken = await db.Subscriptions
            .Where(row => row.Id == subscription && row.VoicemailsUsed < row.VoicemailQuota)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.VoicemailsUsed, row => row.VoicemailsUsed + 1), cancellationToken);
        return taken == 1
            ? await db.Subscriptions.Where(row => row.Id == subscription).Select(row => row.PeriodStart).SingleAsync(cancellationToken)
            : null;
    }
}
