using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Calls.BringInCall;

/// <summary>Enters a call that is not in the books from Twilio's record of it: it was answered while the database was away. Safe to repeat.</summary>
/// <returns><c>call.not_found</c> where Twilio has no such call, or it was not for one of our numbers.</returns>
public sealed record BringInCallCommand(string CallSid) : IRequest<Result>;
