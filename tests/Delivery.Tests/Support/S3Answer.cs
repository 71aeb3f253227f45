using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace MaskedVoicemail.Delivery.Tests.Support;

internal sealed record S3Answer(int Status, string ContentType, ReadOnlyMemory<byte> Content)
{
    public Dictionary<string, string?> Headers { get; } = [];

    public static S3Answer Of(int status, params (string Name, string Value)[] headers)
    {
        var answer = new S3Answer(status, "application/xml", default);
        foreach (var (name, value) in headers)
        {
            answer.Headers[name] = value;
        }

        return answer;
    }

    public static S3Answer Xml(XElement root, int status = 200) =>
        new(status, "application/xml", Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}"));

    public static S3Answer Error(int status, string code) => Xml(
        new XElement("Error", new XElement("Code", code), new XElement("Message", "A sentence that quotes secret-looking things."), new XElement("RequestId", "1")), status);

    public async Task SendAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            http.Response.Headers[name] = value;
        }

        if (Status != StatusCodes.Status204NoContent)
        {
            http.Response.ContentType = ContentType;
            http.Response.ContentLength = Content.Length;
        }

        if (!HttpMethods.IsHead(http.Request.Method) && Content.Length > 0)
        {
            await http.Response.Body.WriteAsync(Content, http.RequestAborted);
        }
    }
}
