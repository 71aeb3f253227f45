namespace MaskedVoicemail.Simulator.Webhooks;

/// <summary>The requests that Twilio makes, by the setting or the TwiML attribute which names their URL.</summary>
public enum WebhookKind
{
    /// <summary>The number's <c>VoiceUrl</c>.</summary>
    Voice,

    /// <summary>The number's <c>VoiceFallbackUrl</c>.</summary>
    VoiceFallback,

    /// <summary><c>action</c> of <c>&lt;Dial&gt;</c>.</summary>
    DialAction,

    /// <summary><c>url</c> of <c>&lt;Number&gt;</c>: what the callee hears before the bridge.</summary>
    NumberUrl,

    /// <summary><c>statusCallback</c> of <c>&lt;Number&gt;</c>.</summary>
    NumberStatusCallback,

    /// <summary><c>action</c> of <c>&lt;Gather&gt;</c>.</summary>
    GatherAction,

    /// <summary><c>action</c> of <c>&lt;Record&gt;</c>.</summary>
    RecordAction,

    /// <summary><c>recordingStatusCallback</c> of <c>&lt;Record&gt;</c>.</summary>
    RecordingStatusCallback,

    /// <summary><c>transcribeCallback</c> of <c>&lt;Record&gt;</c>.</summary>
    TranscribeCallback,

    /// <summary>The URL of <c>&lt;Redirect&gt;</c>.</summary>
    Redirect,

    /// <summary>The audio file of <c>&lt;Play&gt;</c>.</summary>
    Play,

    /// <summary>The number's <c>StatusCallback</c>.</summary>
    StatusCallback,

    /// <summary>The number's <c>SmsUrl</c>.</summary>
    Sms,

    /// <summary>A request made by <see cref="TwilioSimulator.SendAsync"/>.</summary>
    Other,
}
