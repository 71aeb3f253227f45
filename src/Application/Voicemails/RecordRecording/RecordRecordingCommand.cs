using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.RecordRecording;

/// <summary>Twilio reports on the recording of a call: at least once, in any order.</summary>
/// <param name="CallSid">The caller's leg.</param>
/// <param name="RecordingSid">Twilio's name for the recording; the key that makes a repeated report the same message.</param>
/// <param name="Report">What became of it.</param>
/// <param name="DurationSeconds">Seconds after trimming; only with <see cref="RecordingReport.Completed"/>.</param>
public sealed record RecordRecordingCommand(string CallSid, string RecordingSid, RecordingReport Report, int? DurationSeconds)
    : IRequest<Result>;
