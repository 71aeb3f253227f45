using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.FindMissedRecordings;

/// <summary>
/// Compares Twilio's list of recordings with our messages and enters what is missing here: reports that never came, and messages that were
/// taken while the database was away. Safe to repeat.
/// </summary>
public sealed record FindMissedRecordingsCommand : IRequest<Result>;
