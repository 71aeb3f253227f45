using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace MaskedVoicemail.Simulator.Rest;

/// <summary>Writes resources as JSON where the path ended in <c>.json</c>, and as XML everywhere else.</summary>
internal sealed class ApiFormat(bool isJson)
{
    public ApiAnswer Answer(int status, string element, JsonObject resource) => isJson
        ? new ApiAnswer(status, "application/json", JsonSerializer.SerializeToUtf8Bytes(resource))
        : new ApiAnswer(status, "application/xml", Encoding.UTF8.GetBytes(
            $"<?xml version='1.0' encoding='UTF-8'?>\n{new XElement("TwilioResponse", Xml(element, resource))}"));

    public ApiAnswer Error(int status, int? code, string message)
    {
        var error = new JsonObject();
        if (code is not null)
        {
            error["code"] = code;
        }

        error["message"] = message;
        if (code is not null)
        {
            error["more_info"] = $"https://www.twilio.com/docs/errors/{code}";
        }

        error["status"] = status;
        return Answer(status, "RestException", error);
    }

    private static XElement Xml(string name, JsonNode? node) => new(Pascal(name), node switch
    {
        null => null,
        JsonObject members => members.Select(member => Xml(member.Key, member.Value)),
        JsonArray items => items.Select(item => Xml(Singular(name), item)),
        _ => node.ToString(),
    });

    private static string Singular(string name) => name.TrimEnd('s');

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
