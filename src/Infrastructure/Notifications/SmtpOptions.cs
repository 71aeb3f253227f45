namespace MaskedVoicemail.Infrastructure.Notifications;

/// <summary>Bound from <c>Smtp</c>.</summary>
internal sealed class SmtpOptions
{
    public const string Section = "Smtp";

    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Whether the connection is encrypted by STARTTLS.</summary>
    public bool EnableSsl { get; set; } = true;
}
