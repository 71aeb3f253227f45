using System.Net;
using System.Net.Http.Headers;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Notifications;
using MaskedVoicemail.Infrastructure.Common;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Notifications.SendGrid;

/// <summary>
/// SendGrid's own lists, from each of which it drops further mails (SendGrid, "Suppressions": <c>DELETE /v3/suppression/{list}/{email}</c>).
/// The key needs the right to change them.
/// </summary>
internal sealed class SendGridSuppressions(HttpClient client, IOptions<SendGridOptions> options, TimeProvider clock) : IProviderSuppressions
{
    public const string Partner = "SendGrid suppressions";

    private static readonly string[] Lists = ["bounces", "blocks", "invalid_emails", "spam_reports"];
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(15);

    public async Task RemoveAsync(string address, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(TimeLimit, clock);
        foreach (var list in Lists)
        {
            var url = $"{options.Value.ApiBaseUrl.AbsoluteUri.TrimEnd('/')}/v3/suppression/{list}/{Uri.EscapeDataString(address)}";
            using var request = new HttpRequestMessage(HttpMethod.Delete, url);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.ApiKey);
            using var response = await client.SendToPartnerAsync(request, Partner, deadline.Token, cancellationToken);

            // 404: it is not on this list.
            if (!response.IsSuccessStatusCode && response.StatusCode is not HttpStatusCode.NotFound)
            {
                throw new PartnerException(
                    $"SendGrid answered {(int)response.StatusCode} for its list {list}; SendGrid:ApiKey needs the right to change suppressions.", isPermanent: false);
            }
        }
    }
}
