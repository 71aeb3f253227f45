using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Calls.EndCall;

/// <summary>Twilio reports that a call is over. Fails with <see cref="Domain.Calls.CallErrors.NotFound"/> where it is not in the books.</summary>
/// <param name="CallSid">The caller's leg.</param>
/// <param name="DurationSeconds"><c>CallDuration</c> (seconds; Twilio's <c>Duration</c> is billed minutes).</param>
public sealed record EndCallCommand(string CallSid, int? DurationSeconds) : IRequest<Result>;
