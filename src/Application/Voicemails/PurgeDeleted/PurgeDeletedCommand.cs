using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.PurgeDeleted;

/// <summary>Removes for good the audio, the text and the caller of messages whose time for bringing them back is over. Safe to repeat.</summary>
public sealed record PurgeDeletedCommand : IRequest<Result>;
