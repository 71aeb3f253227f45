namespace MaskedVoicemail.Application.Calls;

/// <summary>A call, or one leg of it, as Twilio keeps it.</summary>
/// <param name="Sid"><c>CA…</c></param>
/// <param name="From">The caller as the network named it.</param>
/// <param name="To">The number that was rung, E.164 where Twilio can tell.</param>
/// <param name="Status">Twilio's <c>CallStatus</c>.</param>
/// <param name="StartedAt">UTC; null where it was never answered.</param>
/// <param name="EndedAt">UTC; null before it is over.</param>
/// <param name="DurationSeconds">Seconds; null where it was never answered.</param>
/// <param name="CallerName">The caller's name from the network (CNAM).</param>
/// <param name="ForwardedFrom">Who forwarded the call here.</param>
public sealed record TwilioCall(
    string Sid,
    string? From,
    string? To,
    string Status,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    int? DurationSeconds,
    string? CallerName,
    string? ForwardedFrom)
{
    public bool IsOver => IsFinal(Status);

    /// <summary>Whether a <c>CallStatus</c> is one of Twilio's final ones.</summary>
    public static bool IsFinal(string? status) => status is "completed" or "busy" or "failed" or "no-answer" or "canceled";
}
