using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Domain.Numbers;

/// <summary>A Twilio number that stands in front of its owner's real one.</summary>
public sealed class MaskedNumber
{
    private MaskedNumber()
    {
    }

    public MaskedNumberId Id { get; private set; }

    public PhoneNumber Number { get; private set; }

    public SubscriberId OwnerId { get; private set; }

    public SubscriptionId SubscriptionId { get; private set; }

    public ForwardingSettings Forwarding { get; private set; } = null!;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Since when nobody has the number: calls to it are rejected. The row stays for the calls and messages that name it.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>Changes with every change of the settings, so that two open forms can't overwrite each other unseen.</summary>
    public Guid Version { get; private set; }

    public static MaskedNumber Assign(PhoneNumber number, Subscription subscription, ForwardingSettings forwarding, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return new MaskedNumber
        {
            Id = MaskedNumberId.New(now),
            Number = number,
            OwnerId = subscription.OwnerId,
            SubscriptionId = subscription.Id,
            Forwarding = forwarding,
            CreatedAt = now,
            Version = Guid.CreateVersion7(now),
        };
    }

    /// <summary>Hands the number, released or not, to another subscription. What it received before stays with its former owner.</summary>
    public void MoveTo(Subscription subscription, ForwardingSettings forwarding, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        OwnerId = subscription.OwnerId;
        SubscriptionId = subscription.Id;
        ReleasedAt = null;
        ChangeForwarding(forwarding, now);
    }

    /// <summary>Takes the number out of service, and forgets its owner's phone, address and words. What it received stays with them.</summary>
    public void Release(DateTimeOffset now)
    {
        ReleasedAt ??= now;
        ChangeForwarding(new ForwardingSettings { Language = Forwarding.Language }, now);
    }

    public void ChangeForwarding(ForwardingSettings forwarding, DateTimeOffset now)
    {
        Forwarding = forwarding;
        Version = Guid.CreateVersion7(now);
    }
}
