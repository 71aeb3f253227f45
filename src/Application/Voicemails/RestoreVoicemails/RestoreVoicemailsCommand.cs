using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.RestoreVoicemails;

/// <summary>Brings deleted messages back to where they lay.</summary>
/// <param name="Ids">Only the subscriber's own among them are touched; the result is how many they were.</param>
public sealed record RestoreVoicemailsCommand(SubscriberId Owner, IReadOnlyCollection<VoicemailId> Ids) : IRequest<Result<int>>;
