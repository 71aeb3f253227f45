using System.Globalization;
using MaskedVoicemail.Web.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>
/// <c>&lt;audio-player recording="@player" /&gt;</c>: what plays without scripts. With them, player.js adds what is in _PlayerParts.cshtml, once on the
/// page for all of its recordings.
/// </summary>
[HtmlTargetElement("audio-player", Attributes = "recording", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AudioPlayerTagHelper(Icons icons, IStringLocalizer<SharedText> text) : TagHelper
{
    public AudioPlayer Recording { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Add("class", "player");
        output.Attributes.Add("role", "group");
        output.Attributes.Add("aria-label", Recording.Label);
        output.Attributes.Add("data-player", "");
        if (Recording.Seconds is { } seconds)
        {
            output.Attributes.Add("data-seconds", seconds.ToString(CultureInfo.InvariantCulture));
        }

        if (Recording.HeardUrl is { } heardUrl)
        {
            output.Attributes.Add("data-heard-url", heardUrl);
        }

        if (Recording.DrawAtOnce)
        {
            output.Attributes.Add("data-eager", "true");
        }

        output.Content
            .AppendHtml("<audio controls preload=\"none\" src=\"").Append(Recording.Url).AppendHtml("\"></audio><a class=\"btn btn-sm btn-quiet btn-icon\" href=\"")
            .Append(Recording.DownloadUrl).AppendHtml("\" download>").AppendHtml(icons.Of("download", look: null, text["Download"])).AppendHtml("</a>");
    }
}
