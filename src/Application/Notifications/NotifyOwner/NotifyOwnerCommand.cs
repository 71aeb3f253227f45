using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;

namespace MaskedVoicemail.Application.Notifications.NotifyOwner;

/// <summary>Writes to a message's owner, once. Safe to repeat.</summary>
public sealed record NotifyOwnerCommand(VoicemailId VoicemailId) : IRequest<Result>;
