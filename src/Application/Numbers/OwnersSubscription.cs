using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Numbers;

internal static class OwnersSubscription
{
    /// <summary>The subscription that a number is to use: one that the owner has, where it may be shared, or a new one, not saved yet.</summary>
    public static async Task<Result<Subscription>> FindSubscriptionAsync(
        this IAppDbContext db, string ownerEmail, PlanId planId, bool shared, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.SingleOrDefaultAsync(row => row.Id == planId, cancellationToken);
        if (plan is null)
        {
            return SubscriptionErrors.PlanNotFound;
        }

        if (await db.FindOwnerAsync(ownerEmail, cancellationToken) is not { } owner)
        {
            return OwnerErrors.NoSuchAccount;
        }

        var existing = shared ? await db.FindSharedAsync(owner, planId, cancellationToken) : null;
        if (existing is not null)
        {
            return existing;
        }

        var started = Subscription.Start(owner, plan, now);
        db.Subscriptions.Add(started);
        return started;
    }

    private static async Task<SubscriberId?> FindOwnerAsync(this IAppDbContext db, string email, CancellationToken cancellationToken) =>
        await db.Subscribers.WithEmail(email).Select(subscriber => subscriber.Id).ToListAsync(cancellationToken) is [var only] ? only : null;

    private static Task<Subscription?> FindSharedAsync(this IAppDbContext db, SubscriberId owner, PlanId plan, CancellationToken cancellationToken) =>
        db.Subscriptions
            .Where(row => row.OwnerId == owner && row.PlanId == plan && row.Status == SubscriptionStatus.Active)
            .OrderBy(row => row.Id)
            .FirstOrDefaultAsync(cancellationToken);
}
