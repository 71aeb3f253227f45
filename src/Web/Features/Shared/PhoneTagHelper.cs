using System.Text.Encodings.Web;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Web.Localization;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary><c>&lt;phone number="@number" /&gt;</c>: a telephone number in readable groups. Nothing where there is none.</summary>
[HtmlTargetElement("phone", Attributes = "number", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PhoneTagHelper : TagHelper
{
    public PhoneNumber? Number { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Number is not { } number)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("phone", HtmlEncoder.Default);
        output.Content.SetContent(PhoneDisplay.Format(number));
    }
}
