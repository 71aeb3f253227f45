using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.FetchAudio;

/// <summary>The audio can't be had: the message is marked so, and its owner hears of the call all the same. Safe to repeat.</summary>
public sealed record GiveUpAudioCommand(VoicemailId VoicemailId) : IRequest<Result>;
