using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.Transcribe;

/// <summary>Has a stored message written out as text. Safe to repeat.</summary>
public sealed record TranscribeCommand(VoicemailId VoicemailId) : IRequest<Result>;
