namespace MaskedVoicemail.Domain.Calls;

/// <summary>Identifies a call in our books; Twilio's own name for it is its CallSid.</summary>
/// <param name="Value">A version 7 UUID: sorts by time of creation.</param>
public readonly record struct CallId(Guid Value) : IComparable<CallId>
{
    public static CallId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static bool operator <(CallId left, CallId right) => left.CompareTo(right) < 0;

    public static bool operator <=(CallId left, CallId right) => left.CompareTo(right) <= 0;

    public static bool operator >(CallId left, CallId right) => left.CompareTo(right) > 0;

    public static bool operator >=(CallId left, CallId right) => left.CompareTo(right) >= 0;

    public int CompareTo(CallId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
