using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Application.Voicemails;

/// <summary>Bound from <c>Transcription</c>.</summary>
public sealed class TranscriptionOptions
{
    public const string Section = "Transcription";

    /// <summary>Twilio transcribes only messages under 120 s; some seconds less leave room for its rounding.</summary>
    public const int TwilioMaxMessageSeconds = 115;

    public TranscriptionProvider Provider { get; set; }

    /// <summary>How long an e-mail waits for the text, counted from when its writing out could begin; then it goes without.</summary>
    public TimeSpan EmailWait { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The languages in which messages can be transcribed.</summary>
    public IReadOnlyList<Language> Languages => Provider switch
    {
        TranscriptionProvider.Twilio => [Language.English],
        TranscriptionProvider.OpenAi => [Language.English, Language.Chinese],
        _ => [],
    };

    /// <summary>Whether the messages of a number are transcribed: asked for, and possible in its language.</summary>
    public bool Transcribes(ForwardingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.IsTranscribed && Languages.Contains(settings.Language);
    }

    /// <summary>Whether Twilio is to transcribe the messages of a number while it records them.</summary>
    public bool AsksTwilio(ForwardingSettings settings) => Provider is TranscriptionProvider.Twilio && Transcribes(settings);

    /// <summary>The longest message that a caller of a number may leave, in seconds.</summary>
    public int LongestMessageSeconds(ForwardingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return AsksTwilio(settings) ? Math.Min(settings.MessageSeconds, TwilioMaxMessageSeconds) : settings.MessageSeconds;
    }
}
