namespace MaskedVoicemail.Domain.Subscriptions;

/// <summary>Identifies a plan.</summary>
/// <param name="Value">A version 7 UUID: sorts by time of creation.</param>
public readonly record struct PlanId(Guid Value)
{
    public static PlanId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
