namespace MaskedVoicemail.Application.Voicemails;

public enum TranscriptionProvider
{
    /// <summary>The <c>&lt;Record&gt;</c> verb's own: American English, messages under 120 s.</summary>
    Twilio,

    /// <summary>Any server that speaks <c>POST /v1/audio/transcriptions</c>: every language of a number, every length of a message.</summary>
    OpenAi,

    /// <summary>No texts.</summary>
    None,
}
