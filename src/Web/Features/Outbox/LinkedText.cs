using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MaskedVoicemail.Web.Features.Outbox;

/// <summary>Plain text in which addresses can be followed, as mail programs show it.</summary>
internal static partial class LinkedText
{
    public static IHtmlContent Format(string text)
    {
        var html = new HtmlContentBuilder();
        var position = 0;
        foreach (Match match in Address().Matches(text))
        {
            html.Append(text[position..match.Index]);
            var link = new TagBuilder("a");
            link.Attributes["href"] = match.Value;
            link.InnerHtml.Append(match.Value);
            html.AppendHtml(link);
            position = match.Index + match.Length;
        }

        return html.Append(text[position..]);
    }

    // Punctuation at its end belongs to the sentence.
    [GeneratedRegex("""https?://[^\s<>"]+[^\s<>".,;:!?)]""", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
