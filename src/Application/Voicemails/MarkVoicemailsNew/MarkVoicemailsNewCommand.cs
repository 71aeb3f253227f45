using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.MarkVoicemailsNew;

/// <summary>Makes messages new again.</summary>
/// <param name="Ids">Only the subscriber's own among them are touched; the result is how many they were.</param>
public sealed record MarkVoicemailsNewCommand(SubscriberId Owner, IReadOnlyCollection<VoicemailId> Ids) : IRequest<Result<int>>;
