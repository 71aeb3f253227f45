namespace MaskedVoicemail.Domain.Voicemails;

/// <summary>How far a message has come. Expected → Recorded → Stored → Ready; the rest are ends.</summary>
public enum VoicemailStatus
{
    /// <summary>The caller was asked for a message; nothing was heard of it yet.</summary>
    Expected,

    /// <summary>Twilio has a recording; its audio is being fetched.</summary>
    Recorded,

    /// <summary>The audio is stored here and can be heard.</summary>
    Stored,

    /// <summary>The stored audio was read back and found whole; Twilio's copy is no longer needed.</summary>
    Ready,

    /// <summary>The caller left nothing.</summary>
    Absent,

    /// <summary>The audio could not be fetched; an administrator can try again.</summary>
    Failed,

    /// <summary>Removed for good, with its audio and text.</summary>
    Deleted,
}
