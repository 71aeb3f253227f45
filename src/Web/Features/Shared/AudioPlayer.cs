using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>
/// A recording to listen to, as markup that plays without scripts. With them, player.js adds what is in _PlayerParts.cshtml, once on the page for all
/// of its recordings.
/// </summary>
public sealed class AudioPlayer : IHtmlContent
{
    /// <summary>The message's address, below which are its audio and what is told when it is first played.</summary>
    public required string MessageUrl { get; init; }

    /// <summary>What it is, for who cannot see the page: "Message from …".</summary>
    public required string Label { get; init; }

    /// <summary>Its length, where known before the audio is loaded.</summary>
    public required int? Seconds { get; init; }

    /// <summary>Nobody has played it yet: it is told when somebody does.</summary>
    public required bool IsNew { get; init; }

    /// <summary>Shown on the download link.</summary>
    public required IHtmlContent DownloadIcon { get; init; }

    /// <summary>Load and draw the audio with the page: for the page of one message, not for a list.</summary>
    public required bool DrawAtOnce { get; init; }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        writer.Write("""<div class="player" role="group" data-player""");
        WriteAttribute("aria-label", Label);
        WriteAttribute("data-seconds", Seconds?.ToString(CultureInfo.InvariantCulture));
        if (IsNew)
        {
            WriteAttribute("data-heard-url", MessageUrl, "/played");
        }

        WriteAttribute("data-eager", DrawAtOnce ? "true" : null);
        writer.Write("><audio controls preload=\"none\"");
        WriteAttribute("src", MessageUrl, "/audio");
        writer.Write("></audio><a class=\"btn btn-sm btn-quiet btn-icon\"");
        WriteAttribute("href", MessageUrl, "/audio?download=1");
        writer.Write(" download>");
        DownloadIcon.WriteTo(writer, encoder);
        writer.Write("</a></div>");

        void WriteAttribute(string name, string? value, string rest = "")
        {
            if (value is not null)
            {
                writer.Write(' ');
                writer.Write(name);
                writer.Write("=\"");
                encoder.Encode(writer, value);
                writer.Write(rest);
                writer.Write('"');
            }
        }
    }
}
