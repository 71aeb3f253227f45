using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.ReconcileStore;

/// <summary>
/// Compares the stored files with the messages: audio that is missing is fetched again, files that belong to no message are removed after a
/// month, and what crashes left of downloads after a day. Safe to repeat.
/// </summary>
public sealed record ReconcileStoreCommand : IRequest<Result>;
