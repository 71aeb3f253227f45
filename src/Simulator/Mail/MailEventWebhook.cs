using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MaskedVoicemail.Simulator.Twiml;

namespace MaskedVoicemail.Simulator.Mail;

/// <summary>
/// SendGrid's signed event webhook, with a key pair of its own. It sends what it is told, in the order and as often as it is told:
/// SendGrid promises neither order nor a single delivery.
/// </summary>
public sealed class MailEventWebhook : IDisposable
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Lock _signing = new();
    private readonly TwilioSimulatorOptions _options;
    private readonly HttpMessageInvoker _http;
    private readonly TimeProvider _clock;
    private readonly SuppressionLists _lists;

    internal MailEventWebhook(TwilioSimulatorOptions options, HttpMessageInvoker http, TimeProvider clock, SuppressionLists lists)
    {
        (_options, _http, _clock, _lists) = (options, http, clock, lists);
        PublicKey = Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>As SendGrid's settings show it: base64 of the SubjectPublicKeyInfo.</summary>
    public string PublicKey { get; }

    /// <summary>The body of a batch; it ends with CRLF, as SendGrid's do.</summary>
    public static byte[] BodyOf(params IEnumerable<MailEvent> events) =>
        Encoding.UTF8.GetBytes(new JsonArray([.. events.Select(JsonNode (mailEvent) => mailEvent.ToJson())]).ToJsonString() + "\r\n");

    /// <summary>ECDSA over the timestamp's text and the body, in DER form, as base64.</summary>
    public string Sign(string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
        lock (_signing)
        {
            return Convert.ToBase64String(_key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        }
    }

    /// <summary>Delivers one batch once, and puts addresses on the lists on which these events put them.</summary>
    /// <param name="pathOrUrl">On the public address.</param>
    /// <param name="events">In this order.</param>
    /// <returns>What the program answered. On anything but 2xx SendGrid would come again, for 24 hours.</returns>
    public Task<HttpStatusCode> SendAsync(string pathOrUrl, params IReadOnlyList<MailEvent> events)
    {
        foreach (var mailEvent in events)
        {
            _lists.Note(mailEvent);
        }

        return SendAsync(pathOrUrl, BodyOf(events));
    }

    /// <summary>Delivers a body of any kind, rightly signed.</summary>
    public async Task<HttpStatusCode> SendAsync(string pathOrUrl, byte[] body, DateTimeOffset? at = null)
    {
        var url = new Uri(UrlReference.Resolve(_options.PublicBaseUrl.OriginalString, pathOrUrl));
        var timestamp = (at ?? _clock.GetUtcNow()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, _options.AppAddress is { } address ? new Uri(address, url.PathAndQuery) : url);
        request.Headers.Host = url.Authority;
        request.Headers.TryAddWithoutValidation("User-Agent", "SendGrid Event API");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", url.Scheme);
        request.Headers.TryAddWithoutValidation(SignatureHeader, Sign(timestamp, body));
        request.Headers.TryAddWithoutValidation(TimestampHeader, timestamp);
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" } } };
        using var response = await _http.SendAsync(request, CancellationToken.None);
        return response.StatusCode;
    }

    public void Dispose() => _key.Dispose();
}
