using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Notifications;
using MaskedVoicemail.Infrastructure.Common;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Notifications.SendGrid;

/// <summary>SendGrid's API v3. It has no key against sending twice: a request is made once an attempt.</summary>
internal sealed class SendGridEmailSender(
    HttpClient client, IOptions<SendGridOptions> options, IOptions<EmailOptions> email, SendGridPause pause, TimeProvider clock)
    : IEmailSender
{
    public const string Partner = "SendGrid";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(15);

    /// <summary>Where a limit is reported without the time of its end.</summary>
    private static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(30);

    public async Task<string?> SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        if (pause.Remaining() is { } remaining)
        {
            throw new PartnerException("SendGrid's rate limit is reached.", isPermanent: false, remaining);
        }

        using var deadline = new CancellationTokenSource(TimeLimit, clock);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.Value.ApiBaseUrl.AbsoluteUri.TrimEnd('/')}/v3/mail/send");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.ApiKey);
        request.Content = new ByteArrayContent(
            JsonSerializer.SerializeToUtf8Bytes(MailSendRequest.Of(message, email.Value), SendGridJson.Default.MailSendRequest));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await client.SendToPartnerAsync(request, Partner, deadline.Token, cancellationToken);
        if (response.StatusCode is HttpStatusCode.Accepted)
        {
            return response.Headers.TryGetValues("X-Message-Id", out var ids) ? ids.First() : null;
        }

        throw await RefusalAsync(response, deadline.Token);
    }

    private async Task<PartnerException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var retryAfter = response.RetryAfter(clock.GetUtcNow());
        switch (response.StatusCode)
        {
            case HttpStatusCode.TooManyRequests:
                var wait = retryAfter ?? DefaultPause;
                pause.Begin(wait);
                return new PartnerException("SendGrid's rate limit is reached.", isPermanent: false, wait);
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                return PartnerHttp.Refusal(
                    $"SendGrid refuses the key or the sender ({status}): check SendGrid:ApiKey, and that Email:From is verified there.", retryAfter);
            case HttpStatusCode.RequestEntityTooLarge:
                return new PartnerException("SendGrid finds the e-mail too large (413).", isPermanent: true);
            case HttpStatusCode.BadRequest:
                return new PartnerException($"SendGrid refuses the e-mail (400){await ReasonAsync(response, cancellationToken)}", isPermanent: true);
            default:
                // A redirect, a 404 or a web page with 200 mean a wrong SendGrid:ApiBaseUrl, which an operator mends; the rest mends itself.
                return new PartnerException($"SendGrid answered {status}.", isPermanent: false, retryAfter);
        }
    }

    /// <summary>The name of the refused field. SendGrid's sentences may quote the address, so they are left out where they might.</summary>
    private static async Task<string> ReasonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var errors = await response.Content.ReadFromJsonAsync(SendGridJson.Default.SendGridErrors, cancellationToken);
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
