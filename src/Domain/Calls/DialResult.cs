namespace MaskedVoicemail.Domain.Calls;

/// <summary>What Twilio reports at the end of a <c>&lt;Dial&gt;</c> (contract: Twilio, "TwiML Voice: Dial", action request).</summary>
/// <param name="Status"><c>DialCallStatus</c>: completed, answered, busy, no-answer, failed or canceled; other words count as a miss.</param>
/// <param name="Bridged"><c>DialBridged</c>, where it was sent.</param>
/// <param name="DurationSeconds"><c>DialCallDuration</c> in seconds, where it was sent.</param>
/// <param name="IsCallerGone">Whether the caller's own leg is over (<c>CallStatus</c>): nobody hears what comes next.</param>
public sealed record DialResult(string Status, bool? Bridged, int? DurationSeconds, bool IsCallerGone)
{
    public const int StatusMaxLength = 32;

    /// <summary>
    /// Whether the two parties really talked. A callee who answers the screening and refuses reports <c>completed</c> too;
    /// only <c>DialBridged</c> tells the two apart. A caller who gave up while it rang may be reported so as well, without any talk.
    /// </summary>
    public bool WasAnswered => Status is "completed" or "answered" && Bridged is not false && (Bridged is true || !IsCallerGone || DurationSeconds > 0);
}
