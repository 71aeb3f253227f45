using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using MaskedVoicemail.Application.Notifications;
using MaskedVoicemail.Infrastructure.Common;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Notifications.SendGrid;

/// <summary>SendGrid's API v3. It has no key against sending twice: a request is made once an attempt.</summary>
internal sealed class SendGridEmailSender(
    HttpClient client, IOptions<SendGridOptions> options, IOptions<EmailOptions> email, SendGridRefusals refusals, TimeProvider clock)
    : IEmailSender
{
    public const string Partner = "SendGrid";

    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(15);

    public async Task<string?> SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        refusals.RequireNoPause();
        using var deadline = new CancellationTokenSource(TimeLimit, clock);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.Value.ApiBaseUrl.AbsoluteUri.TrimEnd('/')}/v3/mail/send");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.ApiKey);
        request.Content = new ByteArrayContent(
            JsonSerializer.SerializeToUtf8Bytes(MailSendRequest.Of(message, email.Value), SendGridJson.Default.MailSendRequest));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await client.SendToPartnerAsync(request, Partner, deadline.Token, cancellationToken);
        return response.StatusCode is HttpStatusCode.Accepted
            ? MessageIdOf(response.Headers)
            : throw await refusals.ExplainAsync(response.StatusCode, response.Headers, response.Content, deadline.Token);
    }

    public static string? MessageIdOf(HttpResponseHeaders headers) => headers.TryGetValues("X-Message-Id", out var ids) ? ids.First() : null;
}
