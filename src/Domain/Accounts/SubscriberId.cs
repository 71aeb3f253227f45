namespace MaskedVoicemail.Domain.Accounts;

/// <summary>Identifies a subscriber; the same value as the sign-in account's.</summary>
/// <param name="Value">A version 7 UUID: sorts by time of creation.</param>
public readonly record struct SubscriberId(Guid Value)
{
    public static SubscriberId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
