using System.Globalization;

namespace MaskedVoicemail.Simulator.Account;

/// <summary>Dates of the 2010 API and of webhooks: RFC 2822, in GMT.</summary>
internal static class TwilioDate
{
    public static string Text(DateTimeOffset date) =>
        date.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
