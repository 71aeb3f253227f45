using MaskedVoicemail.Web.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary><c>&lt;local-time value="@when" /&gt;</c>: an instant on the reader's clock, in full when pointed at. Nothing where there is none.</summary>
[HtmlTargetElement("local-time", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LocalTimeTagHelper(ViewerTime time) : TagHelper
{
    public DateTimeOffset? Value { get; set; }

    public TimeStyle Format { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Value is not { } instant)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", ViewerTime.InUtc(instant));
        output.Attributes.SetAttribute("title", time.InFull(instant));
        output.Content.SetContent(time.Format(instant, Format));
    }
}
