namespace MaskedVoicemail.Infrastructure.Notifications;

/// <summary>Bound from <c>Email</c>.</summary>
public sealed class EmailOptions
{
    public const string Section = "Email";

    /// <summary>Default: <see cref="EmailProvider.Outbox"/> in Development, otherwise <see cref="EmailProvider.SendGrid"/>.</summary>
    public EmailProvider? Provider { get; set; }

    /// <summary>The sender's address.</summary>
    public string? From { get; set; }

    public string FromName { get; set; } = "MaskedVoicemail";

    /// <summary>Where <see cref="EmailProvider.Outbox"/> keeps its files; a relative path starts at the content root.</summary>
    public string OutboxPath { get; set; } = "data/outbox";
}
