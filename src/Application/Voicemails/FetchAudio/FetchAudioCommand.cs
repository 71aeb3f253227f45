using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.FetchAudio;

/// <summary>Fetches a message's audio from Twilio and stores it. Safe to repeat.</summary>
public sealed record FetchAudioCommand(VoicemailId VoicemailId) : IRequest<Result>;
