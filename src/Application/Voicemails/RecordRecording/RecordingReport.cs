namespace MaskedVoicemail.Application.Voicemails.RecordRecording;

/// <summary>What Twilio's <c>RecordingStatus</c> says of a caller's message.</summary>
public enum RecordingReport
{
    /// <summary>There is a recording.</summary>
    Completed,

    /// <summary>The caller left nothing.</summary>
    Absent,

    /// <summary>Twilio could not keep the recording.</summary>
    Failed,
}
