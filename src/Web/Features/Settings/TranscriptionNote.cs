namespace MaskedVoicemail.Web.Features.Settings;

/// <summary>What there is to say about the transcription of a number's messages.</summary>
public enum TranscriptionNote
{
    Off,

    On,

    /// <summary>Messages are transcribed, and must be shorter for it than the owner chose.</summary>
    Shortens,

    /// <summary>The transcription does not know the language of the number.</summary>
    NotInThisLanguage,

    /// <summary>This service transcribes nothing.</summary>
    NotOffered,
}
