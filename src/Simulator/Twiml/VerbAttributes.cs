using System.Globalization;
using System.Xml.Linq;

namespace MaskedVoicemail.Simulator.Twiml;

/// <summary>Attribute values as Twilio takes them: the default stands in for a missing or a bad one.</summary>
internal static class VerbAttributes
{
    public static string? Value(this XElement verb, string name)
    {
        var attribute = verb.Attribute(name);
        var rule = TwimlSchema.Element(verb)?.Attributes.FirstOrDefault(known => known.Name == name);
        return attribute is null || rule?.Mistake(attribute.Value) is not null ? null : attribute.Value;
    }

    public static int Number(this XElement verb, string name, int otherwise) =>
        verb.Value(name) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    public static TimeSpan Seconds(this XElement verb, string name, int otherwise) =>
        TimeSpan.FromSeconds(verb.Number(name, otherwise));

    public static bool Flag(this XElement verb, string name, bool otherwise = false) =>
        verb.Value(name) is { } value ? value == "true" : otherwise;

    public static string[] Words(this XElement verb, string name, string otherwise) =>
        (verb.Value(name) ?? otherwise).Split(' ');

    public static string Method(this XElement verb, string name = "method") => verb.Value(name) ?? "POST";
}
