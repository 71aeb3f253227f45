using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.MarkVoicemailsHeard;

/// <summary>Takes messages off the new ones. A sealed one stays as it is: it becomes new when it opens.</summary>
/// <param name="Ids">Only the subscriber's own among them are touched; the result is how many they were.</param>
public sealed record MarkVoicemailsHeardCommand(SubscriberId Owner, IReadOnlyCollection<VoicemailId> Ids) : IRequest<Result<int>>;
