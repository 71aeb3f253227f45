using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Common;

internal static class Paging
{
    public const int PageSize = 20;

    /// <summary>Reads one page and a single row more, which tells whether the list goes on.</summary>
    /// <param name="rows">Sorted in the direction of the turn, and beginning behind its place.</param>
    public static async Task<Page<T>> ToPageAsync<T>(
        this IQueryable<T> rows, PageTurn? turn, Func<T, PagePosition> positionOf, CancellationToken cancellationToken)
    {
        var items = await rows.Take(PageSize + 1).ToListAsync(cancellationToken);
        var goesOn = items.Count > PageSize;
        if (goesOn)
        {
            items.RemoveAt(PageSize);
        }

        var isToNewer = turn is { IsToNewer: true };
        if (isToNewer)
        {
            items.Reverse();
        }

        var hasNewer = isToNewer ? goesOn : turn is not null;
        var hasOlder = isToNewer || goesOn;
        return items.Count == 0
            ? new Page<T>(items, null, null)
            : new Page<T>(items, hasNewer ? positionOf(items[0]) : null, hasOlder ? positionOf(items[^1]) : null);
    }
}
