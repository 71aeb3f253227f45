using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Application.Subscriptions;

internal static class NearLimits
{
    /// <summary>
    /// Active subscriptions with a quota that is nearly or wholly used up (<see cref="Quota.IsNearlyUsedUp"/>, in terms that SQL knows).
    /// A quota of 0 is a plan without that service, not one to worry about.
    /// </summary>
    public static IQueryable<Subscription> NearLimit(this IQueryable<Subscription> subscriptions, DateTimeOffset now) =>
        subscriptions.Where(row => row.Status == SubscriptionStatus.Active && row.PeriodEnd > now
            && ((row.ForwardingQuota > 0 && row.ForwardingUsed * 100L >= row.ForwardingQuota * (long)Quota.NearlyUsedUpPercent)
                || (row.VoicemailQuota > 0 && row.VoicemailsUsed * 100L >= row.VoicemailQuota * (long)Quota.NearlyUsedUpPercent)));
}
