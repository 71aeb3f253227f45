namespace MaskedVoicemail.Infrastructure.Notifications;

public enum EmailProvider
{
    /// <summary>Files that a page shows; nothing is sent.</summary>
    Outbox,

    SendGrid,

    /// <summary>Any mail server.</summary>
    Smtp,
}
