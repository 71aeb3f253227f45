using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;

namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>An answer to Twilio as people read it: TwiML indented and in colours, everything else as it is.</summary>
internal static class TwimlMarkup
{
    private const string Indent = "  ";
    private const int LongestLine = 60;
    private const int Longest = 8_000;

    public static IHtmlContent Format(string body)
    {
        var html = new HtmlContentBuilder();
        try
        {
            Write(html, XElement.Parse(body), "");
        }
        catch (XmlException)
        {
            html.Clear();
            html.Append(body.Length <= Longest ? body : body[..Longest] + "…");
        }

        return html;
    }

    private static void Write(HtmlContentBuilder html, XElement element, string indent)
    {
        html.Append(indent);
        Tag(html, $"<{element.Name.LocalName}");
        var separator = element.Attributes().Sum(attribute => attribute.ToString().Length) > LongestLine ? $"\n{indent}{Indent}{Indent}" : " ";
        foreach (var attribute in element.Attributes())
        {
            Span(html, "xml-name", separator + attribute.Name.LocalName);
            html.Append("=");
            Span(html, "xml-value", $"\"{attribute.Value}\"");
        }

        if (element.IsEmpty)
        {
            Tag(html, " />\n");
            return;
        }

        Tag(html, ">");
        if (element.HasElements)
        {
            html.Append("\n");
            foreach (var child in element.Elements())
            {
                Write(html, child, indent + Indent);
            }

            html.Append(indent);
        }
        else
        {
            html.Append(element.Value.Trim());
        }

        Tag(html, $"</{element.Name.LocalName}>\n");
    }

    private static void Tag(HtmlContentBuilder html, string text) => Span(html, "xml-tag", text);

    private static void Span(HtmlContentBuilder html, string cssClass, string text) =>
        html.AppendHtml($"<span class=\"{cssClass}\">").Append(text).AppendHtml("</span>");
}
