namespace MaskedVoicemail.Domain.Notifications;

/// <summary>Why no mail is sent to an address any more.</summary>
public enum SuppressionReason
{
    /// <summary>Its server refuses it for good.</summary>
    Bounced,

    /// <summary>The provider takes it for no address at all.</summary>
    Invalid,

    /// <summary>Whoever reads there has marked our mail as spam.</summary>
    SpamReported,
}
