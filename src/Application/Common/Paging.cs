using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Common;

internal static class Paging
{
    public const int PageSize = 20;

    /// <summary>A page, and a single row more, which tells whether the list goes on.</summary>
    public const int ReadAhead = PageSize + 1;

    /// <summary>Reads one page and a single row more, which tells whether the list goes on.</summary>
    /// <param name="rows">Sorted in the direction of the turn, and beginning behind its place.</param>
    public static async Task<Page<T>> ToPageAsync<T>(
        this IQueryable<T> rows, PageTurn? turn, Func<T, PagePosition> positionOf, CancellationToken cancellationToken) =>
        PageOf(await rows.ReadAheadAsync(cancellationToken), turn, positionOf);

    /// <summary>The rows of one page, and one more where the list goes on.</summary>
    public static Task<List<T>> ReadAheadAsync<T>(this IQueryable<T> rows, CancellationToken cancellationToken) =>
        rows.Take(ReadAhead).ToListAsync(cancellationToken);

    /// <param name="items">As <see cref="ReadAheadAsync"/> has read them.</param>
    public static Page<T> PageOf<T>(List<T> items, PageTurn? turn, Func<T, PagePosition> positionOf)
    {
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
