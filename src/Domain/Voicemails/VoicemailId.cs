using MaskedVoicemail.Domain.Calls;

namespace MaskedVoicemail.Domain.Voicemails;

/// <summary>Identifies a voicemail.</summary>
/// <param name="Value">A version 7 UUID: sorts by time of the call.</param>
public readonly record struct VoicemailId(Guid Value) : IComparable<VoicemailId>
{
    public static VoicemailId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>
    /// A call's message carries the call's own value. So whoever hears of it first (the route, the dial result, a callback)
    /// writes the same row, and the primary key keeps the others from writing a second one.
    /// </summary>
    public static VoicemailId Of(CallId call) => new(call.Value);

    public static bool operator <(VoicemailId left, VoicemailId right) => left.CompareTo(right) < 0;

    public static bool operator <=(VoicemailId left, VoicemailId right) => left.CompareTo(right) <= 0;

    public static bool operator >(VoicemailId left, VoicemailId right) => left.CompareTo(right) > 0;

    public static bool operator >=(VoicemailId left, VoicemailId right) => left.CompareTo(right) >= 0;

    public int CompareTo(VoicemailId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
