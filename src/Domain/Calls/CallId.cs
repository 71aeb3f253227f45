namespace MaskedVoicemail.Domain.Calls;

/// <summary>Identifies a call in our books; Twilio's own name for it is its CallSid.</summary>
/// <param name="Value">A version 7 UUID: sorts by time of creation.</param>
public readonly record struct CallId(Guid Value)
{
    public static CallId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
