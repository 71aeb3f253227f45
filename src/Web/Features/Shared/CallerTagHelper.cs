using System.Text.Encodings.Web;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Web.Localization;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary><c>&lt;caller value="@caller" /&gt;</c>: the caller's number in readable groups, or in words what stands in its place.</summary>
[HtmlTargetElement("caller", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CallerTagHelper(IStringLocalizer<SharedText> text) : TagHelper
{
    public Caller Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "bdi";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Value.Number is not null)
        {
            output.AddClass("phone", HtmlEncoder.Default);
        }

        output.Content.SetContent(CallerDisplay.Format(Value, text));
    }
}
