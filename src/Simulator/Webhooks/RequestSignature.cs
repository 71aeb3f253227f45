using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace MaskedVoicemail.Simulator.Webhooks;

/// <summary>
/// The value of <c>X-Twilio-Signature</c>: HMAC-SHA1 under the account's auth token of the public URL, followed for a form
/// by every field's name and value in ordinal order of the names. https://www.twilio.com/docs/usage/security
/// </summary>
public static class RequestSignature
{
    public const string Header = "X-Twilio-Signature";

    public static string ForForm(string authToken, string url, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var message = new StringBuilder(WithoutFragment(url));
        foreach (var name in fields.GroupBy(field => field.Key).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            foreach (var value in name.Select(field => field.Value).Distinct().Order(StringComparer.Ordinal))
            {
                message.Append(name.Key).Append(value);
            }
        }

        return Sign(authToken, message.ToString());
    }

    /// <summary>Of a GET, and of a POST whose body is not a form: there the query holds <see cref="BodyHash"/>.</summary>
    public static string ForUrl(string authToken, string url) => Sign(authToken, WithoutFragment(url));

    /// <summary>The value of the query parameter <c>bodySHA256</c>.</summary>
    public static string BodyHash(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));

    /// <summary>The URL as Twilio signs that of a voice webhook: over https without its port.</summary>
    public static string VoiceUrl(string url)
    {
        const string https = "https://";
        if (!url.StartsWith(https, StringComparison.OrdinalIgnoreCase))
        {
            return url;
        }

        var end = url.IndexOfAny(['/', '?', '#'], https.Length);
        var authority = end < 0 ? url[https.Length..] : url[https.Length..end];
        var port = authority.LastIndexOf(':');
        return port < 0 || authority.EndsWith(']')
            ? url
            : url[..https.Length] + authority[..port] + (end < 0 ? "" : url[end..]);
    }

    [SuppressMessage("Security", "CA5350", Justification = "Twilio's signature is defined as HMAC-SHA1.")]
    private static string Sign(string authToken, string message) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(message)));

    private static string WithoutFragment(string url)
    {
        var fragment = url.IndexOf('#', StringComparison.Ordinal);
        return fragment < 0 ? url : url[..fragment];
    }
}
