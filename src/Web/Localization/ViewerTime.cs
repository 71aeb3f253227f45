using System.Globalization;
using MaskedVoicemail.Web.Security;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Localization;

/// <summary>Instants as the reader's own clock and language say them.</summary>
public sealed class ViewerTime(IHttpContextAccessor accessor, TimeProvider clock, IStringLocalizer<SharedText> text)
{
    private TimeZoneInfo? _zone;
    private string? _today;
    private string? _yesterday;

    // Of what is listed, most has one day in common with its neighbours.
    private (DateTime Date, string? Text) _lastDay;

    /// <summary>The account's time zone; UTC for a reader who is not signed in.</summary>
    public TimeZoneInfo Zone => _zone ??=
        accessor.HttpContext?.User.FindFirst(PortalClaims.TimeZone)?.Value is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : TimeZoneInfo.Utc;

    private static bool InChinese => CultureInfo.CurrentCulture.TwoLetterISOLanguageName is "zh";

    private static string Hours => InChinese ? "HH:mm" : "h:mm tt";

    private static string Day => InChinese ? "M月d日" : "MMM d";

    private static string DayAndYear => InChinese ? "yyyy年M月d日" : "MMM d, yyyy";

    /// <summary>For machines: ISO 8601, to the second.</summary>
    public static string InUtc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public string Format(DateTimeOffset instant, TimeStyle style)
    {
        var local = ToLocal(instant);
        return style switch
        {
            TimeStyle.Near => Near(local),
            TimeStyle.Date => Write(local, DayAndYear),
            TimeStyle.Clock => Write(local, InChinese ? "HH:mm:ss" : "h:mm:ss tt"),
            _ => Write(local, $"{DayAndYear} {Hours}"),
        };
    }

    /// <summary>Everything there is to say, zone included: for a tooltip.</summary>
    public string InFull(DateTimeOffset instant)
    {
        var local = ToLocal(instant);
        var (day, clock) = InChinese ? ("yyyy年M月d日 dddd", " HH:mm:ss") : ("dddd, MMMM d, yyyy", ", h:mm:ss tt");
        if (_lastDay.Text is null || _lastDay.Date != local.Date)
        {
            _lastDay = (local.Date, Write(local, day));
        }

        return $"{_lastDay.Text}{Write(local, clock)} ({Zone.Id})";
    }

    private string Near(DateTimeOffset local)
    {
        var today = ToLocal(clock.GetUtcNow()).Date;
        var hours = Write(local, Hours);
        return (today - local.Date).Days switch
        {
            0 => string.Format(CultureInfo.CurrentCulture, _today ??= text["Today {0}"], hours),
            1 => string.Format(CultureInfo.CurrentCulture, _yesterday ??= text["Yesterday {0}"], hours),
            > 1 and < 7 => $"{Write(local, "ddd")} {hours}",
            _ when local.Year == today.Year => $"{Write(local, Day)} {hours}",
            _ => Write(local, DayAndYear),
        };
    }

    private static string Write(DateTimeOffset local, string pattern) => local.ToString(pattern, CultureInfo.CurrentCulture);
}
