using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Web.Localization;
using MaskedVoicemail.Web.Webhooks.Twiml;

namespace MaskedVoicemail.Web.Features.Settings;

/// <summary>What a caller of a number would hear, in order, from the same sentences as the call itself.</summary>
public sealed class CallPreview
{
    /// <summary>Twilio adds about 5 s to the ring time, and the voicemail of most carriers answers after 20 to 25 s.</summary>
    public const int LongestSafeRingSeconds = 15;

    private readonly ForwardingSettings _settings;
    private readonly Prompts _prompts;

    public CallPreview(ForwardingSettings settings, TranscriptionOptions transcription)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(transcription);
        _settings = settings;
        _prompts = Prompts.In(settings.Language);
        MessageSeconds = transcription.LongestMessageSeconds(settings);
        Transcription = (settings.IsTranscribed, transcription.Provider, transcription.Transcribes(settings)) switch
        {
            (false, _, _) => TranscriptionNote.Off,
            (true, TranscriptionProvider.None, _) => TranscriptionNote.NotOffered,
            (true, _, false) => TranscriptionNote.NotInThisLanguage,
            _ when MessageSeconds < settings.MessageSeconds => TranscriptionNote.Shortens,
            _ => TranscriptionNote.On,
        };
    }

    /// <summary>Whether a phone rings before the caller is greeted.</summary>
    public bool Rings => _settings is { IsEnabled: true, Target: not null };

    /// <summary>Forwarding is on, but there is no phone to ring.</summary>
    public bool LacksPhone => _settings is { IsEnabled: true, Target: null };

    public PhoneNumber? Target => _settings.Target;

    public int RingSeconds => _settings.RingSeconds;

    public bool MayRingIntoCarrierVoicemail => _settings.RingSeconds > LongestSafeRingSeconds && !_settings.IsScreened;

    /// <summary>What whoever answers the phone hears, or null where they are put through at once.</summary>
    public string? Screening => _settings.IsScreened ? _prompts.Screening : null;

    /// <summary>The language of the spoken words, for who listens to the page.</summary>
    public string SpokenLanguage => PortalLanguages.CultureOf(_settings.Language);

    public bool IsStandardGreeting => _settings.Greeting is null;

    public string Greeting => _settings.Greeting ?? _prompts.Greeting;

    /// <summary>Spoken where the owner has no words of their own.</summary>
    public string StandardGreeting => _prompts.Greeting;

    public int GreetingLength => _settings.Greeting?.Length ?? 0;

    public int MessageSeconds { get; }

    /// <summary>The key that ends a message, or null where any does.</summary>
    public string? FinishKeyOrAny => _settings.FinishOnKey == FinishKey.Any ? null : _settings.FinishOnKey;

    public string Thanks => _prompts.Thanks;

    public TranscriptionNote Transcription { get; }
}
