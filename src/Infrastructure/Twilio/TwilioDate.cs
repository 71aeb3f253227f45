using System.Globalization;

namespace MaskedVoicemail.Infrastructure.Twilio;

internal static class TwilioDate
{
    /// <summary>Reads a date of the 2010 API (RFC 2822, such as <c>Fri, 20 Aug 2010 01:13:42 +0000</c>); null for anything else.</summary>
    public static DateTimeOffset? Parse(string? text) =>
        DateTimeOffset.TryParseExact(text, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToUniversalTime()
            : null;
}
