using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.ArchiveVoicemails;

/// <summary>Puts messages into the archive.</summary>
/// <param name="Ids">Only the subscriber's own among them are touched; the result is how many they were.</param>
public sealed record ArchiveVoicemailsCommand(SubscriberId Owner, IReadOnlyCollection<VoicemailId> Ids) : IRequest<Result<int>>;
