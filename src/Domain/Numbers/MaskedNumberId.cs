namespace MaskedVoicemail.Domain.Numbers;

/// <summary>Identifies a masked number.</summary>
/// <param name="Value">A version 7 UUID: sorts by time of creation.</param>
public readonly record struct MaskedNumberId(Guid Value)
{
    public static MaskedNumberId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
