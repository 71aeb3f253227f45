namespace MaskedVoicemail.Domain.Voicemails;

public enum TranscriptionStatus
{
    /// <summary>Nobody asked for a text.</summary>
    None,

    /// <summary>Asked for, not here yet.</summary>
    Pending,

    Completed,

    /// <summary>There will be no text.</summary>
    Failed,
}
