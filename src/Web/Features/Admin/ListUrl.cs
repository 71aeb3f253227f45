using System.Globalization;
using MaskedVoicemail.Web.Features.Shared;
using Microsoft.AspNetCore.Http.Extensions;

namespace MaskedVoicemail.Web.Features.Admin;

/// <summary>Addresses of the pages of a searched list.</summary>
internal static class ListUrl
{
    public static Pager PagerOf(string path, string? search, int page, bool hasMore, string? filter = null) => new(
        page > 1 ? Of(path, search, page - 1, filter) : null,
        hasMore ? Of(path, search, page + 1, filter) : null);

    public static string Of(string path, string? search, int page = 1, string? filter = null)
    {
        var query = new QueryBuilder();
        if (!string.IsNullOrWhiteSpace(search))
        {
            query.Add("search", search);
        }

        if (filter is not null)
        {
            query.Add("filter", filter);
        }

        if (page > 1)
        {
            query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        }

        return path + query.ToQueryString();
    }
}
