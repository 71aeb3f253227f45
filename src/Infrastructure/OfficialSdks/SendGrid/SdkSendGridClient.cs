using MaskedVoicemail.Infrastructure.Common;
using MaskedVoicemail.Infrastructure.Notifications.SendGrid;
using SendGrid;

namespace MaskedVoicemail.Infrastructure.OfficialSdks.SendGrid;

/// <summary>The SDK's client on our own connection, past the partner's circuit and without the SDK's retries. For one use.</summary>
/// <param name="client">The connection.</param>
/// <param name="options">Key and host.</param>
/// <param name="deadline">Ends the attempt.</param>
internal sealed class SdkSendGridClient(HttpClient client, SendGridClientOptions options, CancellationToken deadline) : SendGridClient(client, options)
{
    public override async Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        var response = await client.SendToPartnerAsync(request, SendGridEmailSender.Partner, deadline, cancellationToken);
        return new Response(response.StatusCode, response.Content, response.Headers);
    }
}
