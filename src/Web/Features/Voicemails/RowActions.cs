using System.Text.Encodings.Web;
using MaskedVoicemail.Web.Features.Shared;
using Microsoft.AspNetCore.Html;

namespace MaskedVoicemail.Web.Features.Voicemails;

/// <summary>The buttons of a list's messages, of which only the address differs from row to row.</summary>
public sealed class RowActions(IReadOnlyList<MessageAction> actions, Icons icons)
{
    private readonly (string BeforeUrl, string AfterUrl, string Name)[] _buttons =
    [
        .. actions.Select(action => (
            $"<button class=\"btn btn-sm btn-quiet{action.Look}\" formaction=\"",
            $"/{action.Path}\">{icons[action.Icon]}",
            action.Name)),
    ];

    /// <param name="url">The message's own address.</param>
    public IHtmlContent Of(string url) => new Buttons(_buttons, url);

    private sealed class Buttons((string BeforeUrl, string AfterUrl, string Name)[] buttons, string url) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            foreach (var (beforeUrl, afterUrl, name) in buttons)
            {
                writer.Write(beforeUrl);
                encoder.Encode(writer, url);
                writer.Write(afterUrl);
                encoder.Encode(writer, name);
                writer.Write("</button>");
            }
        }
    }
}
