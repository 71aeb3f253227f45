using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.DeleteVoicemails;

/// <summary>Deletes messages; they can be brought back for a while.</summary>
/// <param name="Ids">Only the subscriber's own among them are touched; the result is how many they were.</param>
public sealed record DeleteVoicemailsCommand(SubscriberId Owner, IReadOnlyCollection<VoicemailId> Ids) : IRequest<Result<int>>;
