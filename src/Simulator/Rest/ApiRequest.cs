using Microsoft.AspNetCore.Http;

namespace MaskedVoicemail.Simulator.Rest;

/// <summary>A request to the 2010 API: its path behind the account, and what it ended in.</summary>
internal sealed record ApiRequest(HttpContext Http, string[] Path, string Extension)
{
    public string Method => Http.Request.Method;

    public ApiFormat Format { get; } = new(Extension == "json");

    public IQueryCollection Query => Http.Request.Query;

    /// <summary>The path without its extension; of a list, the address of its pages.</summary>
    public string Address => Http.Request.Path.Value!;

    public static ApiRequest Of(HttpContext http)
    {
        var path = ((string?)http.Request.RouteValues["path"] ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var extension = "";
        if (path is [.., var last] && last.LastIndexOf('.') is var dot and >= 0)
        {
            extension = last[(dot + 1)..];
            path[^1] = last[..dot];
        }

        return new ApiRequest(http, path, extension);
    }

    public ApiAnswer NotFound() =>
        Format.Error(StatusCodes.Status404NotFound, 20404, $"The requested resource {Address} was not found");
}
