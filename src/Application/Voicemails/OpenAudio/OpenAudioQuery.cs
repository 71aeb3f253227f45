using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.OpenAudio;

/// <summary>The audio of one of a subscriber's messages. There is none to be had of a sealed one.</summary>
public sealed record OpenAudioQuery(SubscriberId Owner, VoicemailId Id) : IRequest<Result<VoicemailAudio>>;
