using MaskedVoicemail.Infrastructure.Common;
using MaskedVoicemail.Infrastructure.Notifications.SendGrid;
using SendGrid;

namespace MaskedVoicemail.Infrastructure.OfficialSdks.SendGrid;

/// <summary>The SDK's client on our own connection, past the partner's circuit and without the SDK's retries. For one use.</summary>
internal sealed class SdkSendGridClient : SendGridClient
{
    private readonly HttpClient _client;
    private readonly CancellationToken _deadline;

    /// <param name="client">The connection.</param>
    /// <param name="options">Key and host.</param>
    /// <param name="deadline">Ends the attempt.</param>
    public SdkSendGridClient(HttpClient client, SendGridClientOptions options, CancellationToken deadline)
        : base(client, options)
    {
        _client = client;
        _deadline = deadline;
    }

    public override async Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        var response = await _client.SendToPartnerAsync(request, SendGridEmailSender.Partner, _deadline, cancellationToken);
        return new Response(response.StatusCode, response.Content, response.Headers);
    }
}
