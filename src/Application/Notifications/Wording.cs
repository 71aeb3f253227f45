using System.Globalization;
using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Application.Notifications;

/// <summary>The reader's language. Both sentences stand side by side where they are used, so that neither is changed without the other.</summary>
internal readonly record struct Wording(Language Language)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>Of the HTML document.</summary>
    public string Tag => Language is Language.Chinese ? "zh-CN" : "en";

    public string Of(string english, string chinese) => Language is Language.Chinese ? chinese : english;

    /// <summary>Date, day of the week and time in somebody's zone, with its distance from UTC.</summary>
    public string Time(DateTimeOffset instant, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var distance = local.Offset == TimeSpan.Zero ? "UTC" : local.ToString("'UTC'zzz", CultureInfo.InvariantCulture);
        return Language is Language.Chinese
            ? string.Create(Chinese, $"{local:yyyy年M月d日 dddd HH:mm}（{distance}）")
            : string.Create(English, $"{local:dddd, MMMM d, yyyy, h:mm tt} ({distance})");
    }

    /// <summary>Minutes and seconds, such as 1:05.</summary>
    public static string Duration(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
}
