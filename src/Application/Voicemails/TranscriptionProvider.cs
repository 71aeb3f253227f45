namespace MaskedVoicemail.Application.Voicemails;

public enum TranscriptionProvider
{
    /// <summary>The <c>&lt;Record&gt;</c> verb's own: American English, messages under 120 s.</summary>
    Twilio,

    /// <summary>No texts.</summary>
    None,
}
