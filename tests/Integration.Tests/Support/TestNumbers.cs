using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Infrastructure.Persistence;

namespace MaskedVoicemail.Integration.Tests.Support;

internal static class TestNumbers
{
    /// <summary>Adds a subscriber with a masked number of their own on a subscription of their own.</summary>
    /// <param name="db">To be saved by the caller.</param>
    /// <param name="index">Makes addresses and numbers unlike all others.</param>
    /// <param name="now">When it begins.</param>
    /// <param name="settings">Changes what is usual: forwarded, not transcribed.</param>
    /// <param name="forwardingQuota">Calls a month.</param>
    /// <param name="voicemailQuota">Messages a month.</param>
    /// <param name="isActive">Whether the subscription is.</param>
    public static TestNumber AddNumber(
        this AppDbContext db,
        int index,
        DateTimeOffset now,
        Func<ForwardingSettings, ForwardingSettings>? settings = null,
        int forwardingQuota = 100,
        int voicemailQuota = 100,
        bool isActive = true)
    {
        var owner = Subscriber.Create(new SubscriberId(Guid.CreateVersion7()), $"owner{index}@example.test", Language.English, "America/New_York", now);
        var plan = Plan.Create($"Plan {index}", forwardingQuota, voicemailQuota, now);
        var subscription = Subscription.Start(owner.Id, plan, now);
        if (!isActive)
        {
            subscription.Deactivate();
        }

        var forwarding = new ForwardingSettings { IsEnabled = true, Target = PhoneNumber.Parse($"+1415555{index:0000}"), IsTranscribed = false };
        var number = MaskedNumber.Assign(PhoneNumber.Parse($"+1500555{index:0000}"), subscription, settings?.Invoke(forwarding) ?? forwarding, now);
        db.AddRange(owner, plan, subscription, number);
        return new TestNumber(number.Number.E164, number.Id, owner.Id, subscription.Id, owner.Email);
    }
}
