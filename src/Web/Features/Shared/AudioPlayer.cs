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
    /// <summary>The audio, on our own origin.</summary>
    public required string Url { get; init; }

    /// <summary>What it is, for who cannot see the page: "Message from …".</summary>
    public required string Label { get; init; }

    /// <summary>Its length, where known before the audio is loaded.</summary>
    public required int? Seconds { get; init; }

    /// <summary>Posted to when it is first played, or null.</summary>
    public required string? HeardUrl { get; init; }

    /// <summary>The download link's target.</summary>
    public required string DownloadUrl { get; init; }

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
        WriteAttribute("data-heard-url", HeardUrl);
        WriteAttribute("data-eager", DrawAtOnce ? "true" : null);
        writer.Write("""><audio controls preload="none" """);
        WriteAttribute("src", Url);
        writer.Write("""></audio><a class="btn btn-sm btn-quiet btn-icon" """);
        WriteAttribute("href", DownloadUrl);
        writer.Write(" download>");
        DownloadIcon.WriteTo(writer, encoder);
        writer.Write("</a></div>");

        void WriteAttribute(string name, string? value)
        {
            if (value is not null)
            {
                writer.Write(' ');
                writer.Write(name);
                writer.Write("=\"");
                encoder.Encode(writer, value);
                writer.Write('"');
            }
        }
    }
}
