using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>Content that a page shows more than once. Rendered views are moved into the page otherwise, and are empty the second time.</summary>
public sealed class RepeatedContent(IHtmlContent content) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => content.WriteTo(writer, encoder);
}
