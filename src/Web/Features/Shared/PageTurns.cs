using MaskedVoicemail.Application.Common;
using Microsoft.AspNetCore.Http.Extensions;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>Turns of a page in addresses: <c>before=</c> leads to older entries, <c>after=</c> to newer ones.</summary>
public static class PageTurns
{
    public static PageTurn? Read(string? before, string? after) =>
        PagePosition.Parse(before) is { } older ? new PageTurn(older, IsToNewer: false)
        : PagePosition.Parse(after) is { } newer ? new PageTurn(newer, IsToNewer: true)
        : null;

    public static void Write(PageTurn? turn, QueryBuilder query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (turn is not null)
        {
            query.Add(turn.IsToNewer ? "after" : "before", turn.From.ToString());
        }
    }

    /// <summary>The pager of a page of a list.</summary>
    public static Pager PagerOf<T>(Page<T> page, Func<PageTurn, string> url)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(url);
        return new Pager(
            page.Newer is { } newer ? url(new PageTurn(newer, IsToNewer: true)) : null,
            page.Older is { } older ? url(new PageTurn(older, IsToNewer: false)) : null);
    }
}
