namespace MaskedVoicemail.Simulator.Mail;

/// <summary>A mail that was accepted, one for each personalization.</summary>
public sealed record SentMail
{
    public required string MessageId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string From { get; init; }

    public string? FromName { get; init; }

    public required IReadOnlyList<string> To { get; init; }

    public required string Subject { get; init; }

    public string? Text { get; init; }

    public string? Html { get; init; }

    public IReadOnlyDictionary<string, string> CustomArgs { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>Why SendGrid drops it after having accepted it; null where it goes out.</summary>
    public string? DropReason { get; init; }

    /// <summary>The request as it came.</summary>
    public required string Json { get; init; }
}
