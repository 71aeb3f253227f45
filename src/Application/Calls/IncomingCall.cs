using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Application.Calls;

/// <summary>A call that wants instructions, as Twilio's voice webhook describes it.</summary>
/// <param name="Sid">Twilio's <c>CallSid</c>: the key that makes a repeated request the same call.</param>
/// <param name="To">The masked number that was dialled.</param>
/// <param name="Caller">Who calls, in whatever form.</param>
/// <param name="CallerName">The network's name for the caller; a stranger's text.</param>
/// <param name="ForwardedFrom">The number whose owner's carrier sent the call on, where the carrier tells.</param>
public sealed record IncomingCall(string Sid, PhoneNumber To, Caller Caller, string? CallerName, string? ForwardedFrom);
