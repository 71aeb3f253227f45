using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Infrastructure.Common;

namespace MaskedVoicemail.Infrastructure.Notifications.SendGrid;

/// <summary>What it means when SendGrid does not take a mail.</summary>
internal sealed class SendGridRefusals(SendGridPause pause, TimeProvider clock)
{
    /// <summary>Where a limit is reported without the time of its end.</summary>
    private static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(30);

    /// <exception cref="PartnerException">SendGrid wants no request at the moment.</exception>
    public void RequireNoPause()
    {
        if (pause.Remaining() is { } remaining)
        {
            throw Limited(remaining);
        }
    }

    public async Task<PartnerException> ExplainAsync(HttpStatusCode status, HttpResponseHeaders headers, HttpContent body, CancellationToken cancellationToken)
    {
        var retryAfter = headers.RetryAfter(clock.GetUtcNow());
        switch (status)
        {
            case HttpStatusCode.TooManyRequests:
                var wait = retryAfter ?? DefaultPause;
                pause.Begin(wait);
                return Limited(wait);
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                return PartnerHttp.Refusal(
                    $"SendGrid refuses the key or the sender ({(int)status}): check SendGrid:ApiKey, and that Email:From is verified there.", retryAfter);
            case HttpStatusCode.RequestEntityTooLarge:
                return new PartnerException("SendGrid finds the e-mail too large (413).", isPermanent: true);
            case HttpStatusCode.BadRequest:
                return new PartnerException($"SendGrid refuses the e-mail (400){await ReasonAsync(body, cancellationToken)}", isPermanent: true);
            default:
                // A redirect, a 404 or a web page with 200 mean a wrong SendGrid:ApiBaseUrl, which an operator mends; the rest mends itself.
                return new PartnerException($"SendGrid answered {(int)status}.", isPermanent: false, retryAfter);
        }
    }

    private static PartnerException Limited(TimeSpan wait) => new("SendGrid's rate limit is reached.", isPermanent: false, wait);

    /// <summary>The name of the refused field. SendGrid's sentences may quote the address, so they are left out where they might.</summary>
    private static async Task<string> ReasonAsync(HttpContent body, CancellationToken cancellationToken)
    {
        try
        {
            var errors = await body.ReadFromJsonAsync(SendGridJson.Default.SendGridErrors, cancellationToken);
            return errors?.Errors is [var first, ..] ? $": {first.Field ?? "no field named"}{Sentence(first.Message)}" : ".";
        }
        catch (Exception exception) when (exception is JsonException or HttpRequestException or IOException or OperationCanceledException)
        {
            return ".";
        }
    }

    private static string Sentence(string? message) =>
        string.IsNullOrWhiteSpace(message) || message.Contains('@', StringComparison.Ordinal) ? "." : $": {message}";
}
