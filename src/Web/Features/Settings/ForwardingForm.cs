using MaskedVoicemail.Application.Numbers.ChangeForwarding;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Web.Features.Settings;

/// <summary>The settings of one number as they stand in the form, right or wrong.</summary>
public sealed class ForwardingForm
{
    public Guid Version { get; set; }

    public bool IsEnabled { get; set; }

    public string? Target { get; set; }

    public int? RingSeconds { get; set; }

    public bool IsScreened { get; set; }

    public Language Language { get; set; }

    public string? Greeting { get; set; }

    public int? MessageSeconds { get; set; }

    public string? FinishOnKey { get; set; }

    public string? EmailForVoicemail { get; set; }

    public bool IsTranscribed { get; set; }

    public static ForwardingForm Of(ForwardingSettings settings, Guid version)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new ForwardingForm
        {
            Version = version,
            IsEnabled = settings.IsEnabled,
            Target = settings.Target?.E164,
            RingSeconds = settings.RingSeconds,
            IsScreened = settings.IsScreened,
            Language = settings.Language,
            Greeting = settings.Greeting,
            MessageSeconds = settings.MessageSeconds,
            FinishOnKey = settings.FinishOnKey,
            EmailForVoicemail = settings.EmailForVoicemail,
            IsTranscribed = settings.IsTranscribed,
        };
    }

    public ChangeForwardingCommand ToCommand(SubscriberId owner, MaskedNumberId number) => new(
        owner, number, Version, IsEnabled, Target, RingSeconds, IsScreened, Language, Greeting, MessageSeconds, FinishOnKey, EmailForVoicemail, IsTranscribed);

    /// <summary>What would hold if this were saved as it stands; the defaults stand in for what cannot be used.</summary>
    public ForwardingSettings ToPreview() => new()
    {
        IsEnabled = IsEnabled,
        Target = PhoneNumber.TryParse(Target, out var target) ? target : null,
        RingSeconds = RingSeconds is >= ForwardingSettings.MinRingSeconds and <= ForwardingSettings.MaxRingSeconds
            ? RingSeconds.Value
            : ForwardingSettings.DefaultRingSeconds,
        IsScreened = IsScreened,
        Language = Language,
        Greeting = string.IsNullOrWhiteSpace(Greeting) ? null : Greeting.Trim(),
        MessageSeconds = MessageSeconds ?? ForwardingSettings.DefaultMessageSeconds,
        FinishOnKey = FinishKey.All.Contains(FinishOnKey) ? FinishOnKey! : FinishKey.Default,
        IsTranscribed = IsTranscribed,
    };
}
