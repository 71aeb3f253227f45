using System.Globalization;

namespace MaskedVoicemail.Application.Common;

/// <summary>A place in a list that is sorted by time, newest first; entries of the same instant are told apart by their id.</summary>
public readonly record struct PagePosition(DateTimeOffset At, Guid Id)
{
    /// <summary>As it stands in an address.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}-{Id:N}");

    /// <returns>Null for anything that <see cref="ToString"/> did not write.</returns>
    public static PagePosition? Parse(string? text)
    {
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        return dash > 0
            && long.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.Ticks
            && Guid.TryParseExact(text.AsSpan(dash + 1), "N", out var id)
            ? new PagePosition(new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : null;
    }
}
