using System.Globalization;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Unit.Tests.Subscriptions;

public sealed class SubscriptionPeriodTests
{
    [Theory]
    [InlineData("2026-01-31T10:00Z", "2026-02-28T09:59Z", "2026-01-31T10:00Z", "2026-02-28T10:00Z")]
    [InlineData("2026-01-31T10:00Z", "2026-02-28T10:00Z", "2026-02-28T10:00Z", "2026-03-31T10:00Z")]
    [InlineData("2026-01-31T10:00Z", "2026-04-30T09:00Z", "2026-03-31T10:00Z", "2026-04-30T10:00Z")]
    [InlineData("2026-03-15T23:30Z", "2028-03-15T23:30Z", "2028-03-15T23:30Z", "2028-04-15T23:30Z")]
    [InlineData("2026-03-15T23:30Z", "2026-03-15T23:30Z", "2026-03-15T23:30Z", "2026-04-15T23:30Z")]
    public void Periods_are_months_from_the_day_of_the_start(string started, string now, string start, string end)
    {
        var subscription = Subscription.Start(new SubscriberId(Guid.NewGuid()), APlan(), At(started));

        Assert.Equal((At(start), At(end)), subscription.PeriodAt(At(now)));
    }

    [Fact]
    public void A_new_subscription_has_its_plans_quotas_and_nothing_used()
    {
        var subscription = Subscription.Start(new SubscriberId(Guid.NewGuid()), APlan(), At("2026-03-15T23:30Z"));

        Assert.Equal(new Quota(0, 100), subscription.Forwarding);
        Assert.Equal(new Quota(0, 50), subscription.Voicemails);
        Assert.Equal(SubscriptionStatus.Active, subscription.Status);
    }

    private static Plan APlan() => Plan.Create("Starter", 100, 50, At("2026-01-01T00:00Z"));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
