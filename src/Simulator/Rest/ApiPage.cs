using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MaskedVoicemail.Simulator.Rest;

/// <summary>Lists of the 2010 API, newest first. https://www.twilio.com/docs/usage/twilios-response</summary>
internal static class ApiPage
{
    private const int DefaultSize = 50;
    private const int MostItems = 1000;

    public static ApiAnswer Of<T>(
        ApiRequest request, string name, IEnumerable<T> items, Func<T, (DateTimeOffset Created, string Sid)> key, Func<T, JsonObject> show)
    {
        var size = int.TryParse(request.Query["PageSize"], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
            ? Math.Clamp(wanted, 1, MostItems)
            : DefaultSize;
        var page = int.TryParse(request.Query["Page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var token = (string?)request.Query["PageToken"];
        if (token is null ? page > 0 : !IsToken(token))
        {
            return request.Format.Error(StatusCodes.Status400BadRequest, 21481, "Invalid page token");
        }

        List<T> rest =
        [
            .. items
                .Where(item => token is null || string.CompareOrdinal(Token(item), token) < 0)
                .OrderByDescending(Token, StringComparer.Ordinal)
                .Take(size + 1),
        ];
        T[] shown = [.. rest.Take(size)];
        return request.Format.Answer(StatusCodes.Status200OK, Pascal(name), new JsonObject
        {
            ["page"] = page,
            ["page_size"] = size,
            ["start"] = page * size,
            ["end"] = (page * size) + Math.Max(0, shown.Length - 1),
            ["uri"] = Uri(page, token),
            ["first_page_uri"] = Uri(0, null),
            ["previous_page_uri"] = null,
            ["next_page_uri"] = rest.Count > size ? Uri(page + 1, Token(shown[^1])) : null,
            [name] = new JsonArray([.. shown.Select(show)]),
        });

        string Token(T item) => $"PA{key(item).Created.UtcTicks:x16}{key(item).Sid}";

        string Uri(int to, string? after)
        {
            var query = QueryString.Create(request.Query.Where(field => field.Key is not ("Page" or "PageSize" or "PageToken")))
                .Add("PageSize", size.ToString(CultureInfo.InvariantCulture))
                .Add("Page", to.ToString(CultureInfo.InvariantCulture));
            return request.Address + (after is null ? query : query.Add("PageToken", after));
        }
    }

    private static bool IsToken(string token) =>
        token.Length == 52 && token.StartsWith("PA", StringComparison.Ordinal) && token[2..18].All(char.IsAsciiHexDigitLower);

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
