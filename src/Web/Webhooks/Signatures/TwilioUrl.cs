namespace MaskedVoicemail.Web.Webhooks.Signatures;

internal static class TwilioUrl
{
    /// <summary>
    /// The URL as configured, without its port, and with its port written out: Twilio drops the port for voice over https and keeps it elsewhere,
    /// and what its own sources call is inconsistent (Twilio, "Security"; its libraries try the same spellings).
    /// </summary>
    public static IEnumerable<string> Spellings(string url)
    {
        yield return url;

        var hostStart = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var hostEnd = url.AsSpan(hostStart).IndexOfAny('/', '?') is var found and >= 0 ? hostStart + found : url.Length;
        var host = url.AsSpan(hostStart, hostEnd - hostStart);

        // A colon inside the brackets of an IPv6 address is no port's.
        var colon = host.LastIndexOf(':');
        if (colon > host.LastIndexOf(']'))
        {
            yield return string.Concat(url.AsSpan(0, hostStart + colon), url.AsSpan(hostEnd));
        }
        else
        {
            var port = url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
            yield return string.Concat(url.AsSpan(0, hostEnd), port, url.AsSpan(hostEnd));
        }
    }
}
