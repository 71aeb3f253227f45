using System.Globalization;
using System.Text.Encodings.Web;
using MaskedVoicemail.Application.Accounts.GetPageNews;
using Microsoft.AspNetCore.Html;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>How many messages are new, beside each of the links to them.</summary>
/// <param name="count">More than <see cref="PageNews.MostCounted"/> are not counted.</param>
/// <param name="of">What is counted, for who cannot see the page.</param>
public sealed class NewCount(int count, string of) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        writer.Write("""<span class="count">""");
        writer.Write(count > PageNews.MostCounted
            ? string.Create(CultureInfo.InvariantCulture, $"{PageNews.MostCounted}+")
            : string.Create(CultureInfo.InvariantCulture, $"<span data-new-count>{count}</span>"));
        writer.Write("""<span class="visually-hidden"> """);
        encoder.Encode(writer, of);
        writer.Write("</span></span>");
    }
}
