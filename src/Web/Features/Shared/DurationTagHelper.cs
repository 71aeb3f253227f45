using System.Globalization;
using MaskedVoicemail.Web.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary><c>&lt;duration seconds="34" /&gt;</c>: 0:34. Nothing where the length is not known.</summary>
[HtmlTargetElement("duration", Attributes = "seconds", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DurationTagHelper : TagHelper
{
    public int? Seconds { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Seconds is not { } seconds)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", string.Create(CultureInfo.InvariantCulture, $"PT{seconds}S"));
        output.Content.SetContent(DurationDisplay.Format(TimeSpan.FromSeconds(seconds)));
    }
}
