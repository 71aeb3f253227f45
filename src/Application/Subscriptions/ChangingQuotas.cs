using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Subscriptions;

internal static class ChangingQuotas
{
    /// <summary>Changes quotas and, in the same transaction, opens the sealed messages that fit into them now.</summary>
    public static async Task<Result> ChangeQuotasAsync(
        this IAppDbContext db, SubscriptionId id, Action<Subscription> change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var subscription = await db.Subscriptions.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (subscription is null)
        {
            return SubscriptionErrors.NotFound;
        }

        change(subscription);
        await db.SaveChangesAsync(cancellationToken);

        // A period that is over has no quota to give; the one that follows opens them when it starts.
        if (subscription.PeriodEnd > now)
        {
            await db.OpenSealedVoicemailsAsync(id, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return Result.Success;
    }
}
