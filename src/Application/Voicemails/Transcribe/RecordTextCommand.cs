using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.Transcribe;

/// <summary>A message has been written out, or that has been given up. Safe to repeat.</summary>
/// <param name="VoicemailId">Which one.</param>
/// <param name="Text">The text, or null where there will be none.</param>
public sealed record RecordTextCommand(VoicemailId VoicemailId, string? Text) : IRequest<Result>;
