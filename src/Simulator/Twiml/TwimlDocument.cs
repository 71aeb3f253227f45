using System.Xml.Linq;

namespace MaskedVoicemail.Simulator.Twiml;

/// <summary>A document that can be run.</summary>
/// <param name="Url">Where it came from, without fragment; relative URLs in it start from there.</param>
/// <param name="Verbs">In order.</param>
internal sealed record TwimlDocument(string Url, IReadOnlyList<XElement> Verbs)
{
    /// <summary>Absolute, with the fragment kept: it holds the connection overrides.</summary>
    public string Resolve(string reference) => UrlReference.Resolve(Url, reference);
}
