namespace MaskedVoicemail.Application.Voicemails.RecordRecording;

/// <summary>
/// The ordinary report on a recording in one step: the first one of a call whose caller was asked for a message, in a period that has begun. What is out
/// of the ordinary is left to the command's handler.
/// </summary>
public interface IRecordingIntake
{
    /// <summary>Enters the recording, takes a unit of quota or seals the message, and has its audio fetched: committed together.</summary>
    /// <returns>Whether that was done; otherwise nothing was written.</returns>
    Task<bool> RecordAsync(FinishedRecording recording, DateTimeOffset now, CancellationToken cancellationToken);
}
