using System.Text;

namespace MaskedVoicemail.Simulator.Webhooks;

/// <summary>One signed request and what came back.</summary>
public sealed record WebhookExchange
{
    public required WebhookKind Kind { get; init; }

    public required string Method { get; init; }

    /// <summary>The public URL as it was signed, without its fragment.</summary>
    public required string Url { get; init; }

    public required WebhookParameters Parameters { get; init; }

    public required string Signature { get; init; }

    /// <summary>The value of <c>I-Twilio-Idempotency-Token</c>; the same on each retry.</summary>
    public required string IdempotencyToken { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; } = 1;

    public WebhookFailure Failure { get; init; }

    /// <summary>The HTTP status; null when none came.</summary>
    public int? StatusCode { get; init; }

    public string? ContentType { get; init; }

    public ReadOnlyMemory<byte> Content { get; init; }

    public TimeSpan Took { get; init; }

    /// <summary>How many redirects were followed on the way.</summary>
    public int Redirects { get; init; }

    /// <summary>Whether the failure was asked for, and so is none of the program's doing.</summary>
    public bool IsFault { get; init; }

    public bool IsSuccess => Failure is WebhookFailure.None && StatusCode is >= 200 and < 300;

    public string Body => Encoding.UTF8.GetString(Content.Span);

    /// <summary>Path and query, for people.</summary>
    public string Target => Uri.TryCreate(Url, UriKind.Absolute, out var uri) ? uri.PathAndQuery : Url;
}
