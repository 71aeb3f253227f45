using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.ReleaseOriginal;

/// <summary>Reads the stored audio back; only when it is whole, Twilio's copy is deleted, where that is wanted. Safe to repeat.</summary>
public sealed record ReleaseOriginalCommand(VoicemailId VoicemailId) : IRequest<Result>;
