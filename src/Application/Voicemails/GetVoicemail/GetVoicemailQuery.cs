using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.GetVoicemail;

/// <summary>One of a subscriber's messages, with its call. Reading it changes nothing: mail scanners open links, too.</summary>
public sealed record GetVoicemailQuery(SubscriberId Owner, VoicemailId Id) : IRequest<Result<VoicemailDetails>>;
