namespace MaskedVoicemail.Domain.Subscriptions;

/// <summary>Identifies a subscription.</summary>
/// <param name="Value">A version 7 UUID: sorts by time of creation.</param>
public readonly record struct SubscriptionId(Guid Value)
{
    public static SubscriptionId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
