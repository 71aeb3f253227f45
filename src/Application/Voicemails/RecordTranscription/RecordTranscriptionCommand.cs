using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.RecordTranscription;

/// <summary>Twilio has written a message out, or could not: at least once, in any order.</summary>
/// <param name="CallSid">The caller's leg.</param>
/// <param name="RecordingSid">The recording that it belongs to.</param>
/// <param name="Text">The text, or null where there will be none.</param>
public sealed record RecordTranscriptionCommand(string CallSid, string? RecordingSid, string? Text) : IRequest<Result>;
