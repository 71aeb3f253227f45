using Microsoft.AspNetCore.Http;

namespace MaskedVoicemail.Simulator.Rest;

/// <summary>An answer of a stand-in, before it is sent or spoilt by a fault.</summary>
internal sealed record ApiAnswer(int Status, string? ContentType = null, ReadOnlyMemory<byte> Content = default)
{
    public Dictionary<string, string> Headers { get; init; } = [];

    public async Task SendAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            http.Response.Headers[name] = value;
        }

        if (Status is not StatusCodes.Status204NoContent)
        {
            http.Response.ContentType = ContentType;
            http.Response.ContentLength = Content.Length;
            await http.Response.Body.WriteAsync(Content, http.RequestAborted);
        }
    }
}
