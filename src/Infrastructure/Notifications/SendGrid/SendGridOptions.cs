namespace MaskedVoicemail.Infrastructure.Notifications.SendGrid;

/// <summary>Bound from <c>SendGrid</c>.</summary>
internal sealed class SendGridOptions
{
    public const string Section = "SendGrid";

    public string? ApiKey { get; set; }

    public Uri ApiBaseUrl { get; set; } = new("https://api.sendgrid.com");
}
