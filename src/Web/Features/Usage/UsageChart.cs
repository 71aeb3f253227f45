using MaskedVoicemail.Application.Subscriptions.GetUsage;

namespace MaskedVoicemail.Web.Features.Usage;

/// <summary>Calls and messages of each day as pairs of bars, in the units of the drawing's own coordinates.</summary>
public sealed class UsageChart
{
    public const int Height = 100;
    public const int ColumnWidth = 10;
    public const int BarWidth = 4;

    /// <summary>Few events are not to look like many.</summary>
    private const int SmallestTop = 4;

    public UsageChart(IReadOnlyList<DayUsage> days, int daysOfPeriod)
    {
        ArgumentNullException.ThrowIfNull(days);
        Days = days;
        Columns = Math.Max(days.Count, daysOfPeriod);
        Top = days.Aggregate(SmallestTop, (top, day) => Math.Max(top, Math.Max(day.Calls, day.Voicemails)));
        IsEmpty = days.All(day => day is { Calls: 0, Voicemails: 0 });
    }

    public IReadOnlyList<DayUsage> Days { get; }

    /// <summary>Days of the whole period: those to come stay empty.</summary>
    public int Columns { get; }

    public int Width => Columns * ColumnWidth;

    /// <summary>What the full height stands for.</summary>
    public int Top { get; }

    public bool IsEmpty { get; }

    public int HeightOf(int count) => count == 0 ? 0 : Math.Max(1, count * Height / Top);
}
