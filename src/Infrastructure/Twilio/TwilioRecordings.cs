using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Infrastructure.Common;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Twilio;

/// <summary>Twilio's REST API of 2010-04-01, resource Recordings.</summary>
internal sealed class TwilioRecordings(HttpClient client, IOptions<TwilioOptions> options, TimeProvider clock) : ITwilioRecordings
{
    /// <summary>The longest message that can be set is 600 s: 9.6 MB at 128 kbit/s.</summary>
    private const long LongestMedia = 20 * 1024 * 1024;

    private const string Partner = "Twilio";

    /// <summary>For a whole download: a peer that sends a byte a second does not keep a place for longer.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    /// <summary>Wrong credentials are mended by an operator, not by asking every second.</summary>
    private static readonly TimeSpan PauseWhenRefused = TimeSpan.FromMinutes(5);

    public async Task<RecordingMedia> OpenMediaAsync(string recordingSid, CancellationToken cancellationToken)
    {
        var deadline = new CancellationTokenSource(TimeLimit, clock);
        HttpResponseMessage? response = null;
        try
        {
            using var request = Request(HttpMethod.Get, recordingSid, ".wav");
            response = await client.SendToPartnerAsync(request, Partner, deadline.Token, cancellationToken);
            RequireSuccess(response);
            RequireAudio(response.Content.Headers);
            var content = await response.Content.ReadAsStreamAsync(cancellationToken);
            return new RecordingMedia(new MediaStream(content, response, deadline, LongestMedia), response.Content.Headers.ContentLength);
        }
        catch
        {
            response?.Dispose();
            deadline.Dispose();
            throw;
        }
    }

    public async Task DeleteAsync(string recordingSid, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(TimeLimit, clock);
        using var request = Request(HttpMethod.Delete, recordingSid, ".json");
        using var response = await client.SendToPartnerAsync(request, Partner, deadline.Token, cancellationToken);
        if (response.StatusCode is not HttpStatusCode.NotFound)
        {
            RequireSuccess(response);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string recordingSid, string extension)
    {
        // A SID comes from outside and goes into an address: nothing but a SID may.
        if (!TwilioSid.IsOf("RE", recordingSid))
        {
            throw new PartnerException("The recording's SID is not one of Twilio's.", isPermanent: true);
        }

        var twilio = options.Value;
        if (twilio is not { AccountSid: { } accountSid, AuthToken: { } authToken })
        {
            throw new PartnerException("Twilio:AccountSid and Twilio:AuthToken are not set.", isPermanent: false, PauseWhenRefused);
        }

        var path = $"{twilio.ApiBaseUrl.AbsoluteUri.TrimEnd('/')}/2010-04-01/Accounts/{accountSid}/Recordings/{recordingSid}{extension}";
        var request = new HttpRequestMessage(method, path);
        var credentials = twilio.ApiKeySid is { } key ? $"{key}:{twilio.ApiKeySecret}" : $"{accountSid}:{authToken}";
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        return request;
    }

    private void RequireSuccess(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var status = (int)response.StatusCode;
        var retryAfter = response.RetryAfter(clock.GetUtcNow());
        throw response.StatusCode switch
        {
            HttpStatusCode.NotFound => new PartnerException("Twilio does not have the recording (yet).", isPermanent: false, retryAfter),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new PartnerException(
                $"Twilio refuses the credentials ({status}): check Twilio:AccountSid and Twilio:AuthToken, or the API key.",
                isPermanent: false,
                retryAfter > PauseWhenRefused ? retryAfter : PauseWhenRefused),
            _ => new PartnerException($"Twilio answered {status}.", isPermanent: false, retryAfter),
        };
    }

    /// <summary>A proxy's or Twilio's error page is no message, even with status 200.</summary>
    private static void RequireAudio(HttpContentHeaders headers)
    {
        if (headers.ContentLength > LongestMedia)
        {
            throw TooLarge();
        }

        var type = headers.ContentType?.MediaType;
        if (type is not null && !type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) && !type.EndsWith("/octet-stream", StringComparison.OrdinalIgnoreCase))
        {
            throw new PartnerException("Twilio sent something that is no audio.", isPermanent: false);
        }
    }

    internal static PartnerException TooLarge() => new("Twilio sent more than any message holds.", isPermanent: false);
}
