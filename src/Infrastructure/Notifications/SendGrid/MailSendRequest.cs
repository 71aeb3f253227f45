using MaskedVoicemail.Application.Notifications;

namespace MaskedVoicemail.Infrastructure.Notifications.SendGrid;

/// <summary>The body of <c>POST /v3/mail/send</c>.</summary>
internal sealed record MailSendRequest(
    IReadOnlyList<MailSendRequest.Personalization> Personalizations,
    MailSendRequest.Address From,
    string Subject,
    IReadOnlyList<MailSendRequest.Part> Content,
    IReadOnlyDictionary<string, string>? CustomArgs,
    MailSendRequest.Tracking TrackingSettings)
{
    /// <summary>The custom argument that comes back in the events.</summary>
    public const string Reference = "reference";

    public static MailSendRequest Of(EmailMessage message, EmailOptions options) => new(
        [new Personalization([new Address(message.To, null)])],
        new Address(options.From!, options.FromName),
        message.Subject,
        [new Part("text/plain", message.Text), new Part("text/html", message.Html)],
        message.Reference is { } reference ? new Dictionary<string, string>(StringComparer.Ordinal) { [Reference] = reference } : null,

        // Links lead to private pages and carry secrets: nobody is to rewrite or count them.
        new Tracking(new ClickTracking(Enable: false, EnableText: false), new OpenTracking(Enable: false)));

    internal sealed record Address(string Email, string? Name);

    internal sealed record Personalization(IReadOnlyList<Address> To);

    internal sealed record Part(string Type, string Value);

    internal sealed record Tracking(ClickTracking ClickTracking, OpenTracking OpenTracking);

    internal sealed record ClickTracking(bool Enable, bool EnableText);

    internal sealed record OpenTracking(bool Enable);
}
