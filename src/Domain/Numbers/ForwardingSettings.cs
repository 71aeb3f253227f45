using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Domain.Numbers;

/// <summary>What happens to the calls of one masked number. Changed as a whole.</summary>
public sealed record ForwardingSettings
{
    public const int MinRingSeconds = 5;
    public const int MaxRingSeconds = 60;

    /// <summary>With Twilio's own 5 s this stays below the 20 to 25 s after which carriers' voicemails answer.</summary>
    public const int DefaultRingSeconds = 15;


    public const int MinMessageSeconds = 10;
    public const int MaxMessageSeconds = 600;
    public const int DefaultMessageSeconds = 120;

    /// <summary>Twilio speaks at most 4,096 characters; a caller listens to far fewer.</summary>
    public const int GreetingMaxLength = 500;

    /// <summary>RFC 5321's longest address.</summary>
    public const int EmailMaxLength = 254;

    /// <summary>Whether calls ring through to <see cref="Target"/>; otherwise the caller is asked for a message at once.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>The owner's real phone.</summary>
    public PhoneNumber? Target { get; init; }

    /// <summary>How long it may ring, in seconds. Twilio adds about 5 s of its own.</summary>
    public int RingSeconds { get; init; } = DefaultRingSeconds;

    /// <summary>Whether whoever answers must press 1 before the caller is put through, so that a carrier's own voicemail takes no message.</summary>
    public bool IsScreened { get; init; }

    /// <summary>The language in which callers are spoken to.</summary>
    public Language Language { get; init; }

    /// <summary>What is said before the tone, or null for the standard sentence of the language.</summary>
    public string? Greeting { get; init; }

    /// <summary>The longest message, in seconds.</summary>
    public int MessageSeconds { get; init; } = DefaultMessageSeconds;

    /// <summary>One of <see cref="FinishKey.All"/>.</summary>
    public string FinishOnKey { get; init; } = FinishKey.Default;

    /// <summary>Where this number's voicemails are announced, or null for the account's own address.</summary>
    public string? EmailForVoicemail { get; init; }

    /// <summary>Whether messages are written out as text.</summary>
    public bool IsTranscribed { get; init; } = true;
}
