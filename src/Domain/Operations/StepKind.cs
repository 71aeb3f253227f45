namespace MaskedVoicemail.Domain.Operations;

/// <summary>What is done for a voicemail in the background. The names are stored.</summary>
public enum StepKind
{
    /// <summary>Fetch the audio from Twilio and store it.</summary>
    FetchAudio,

    /// <summary>Send the owner an e-mail.</summary>
    NotifyOwner,

    /// <summary>Verify the stored audio, then delete Twilio's copy.</summary>
    ReleaseOriginal,

    /// <summary>Have the message written out as text, where Twilio does not do that itself.</summary>
    Transcribe,
}
