using System.Globalization;

namespace MaskedVoicemail.Web.Localization;

/// <summary>Lengths of recordings and calls: 0:34, 12:05, 1:02:03.</summary>
public static class DurationDisplay
{
    public static string Format(TimeSpan duration) =>
        duration.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalHours}:{duration:mm\\:ss}")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes}:{duration:ss}");
}
