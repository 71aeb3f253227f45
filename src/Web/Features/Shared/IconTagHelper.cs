using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary><c>&lt;icon name="voicemail" /&gt;</c>: a drawing of the sprite (ClientApp/icons/icons.json). Decoration, unless it has a label.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    private const string Sprite = "dist/icons.svg";

    public string Name { get; set; } = "";

    /// <summary>What it says to who cannot see it, where no text beside it does.</summary>
    public string? Label { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("icon", HtmlEncoder.Default);
        if (string.IsNullOrEmpty(Label))
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }

        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{SpriteUrl()}#{Name}";
        output.Content.SetHtmlContent(use);
    }

    private string SpriteUrl()
    {
        var request = ViewContext.HttpContext;
        var assets = request.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{request.Request.PathBase}/{(assets is null ? Sprite : assets[Sprite])}";
    }
}
