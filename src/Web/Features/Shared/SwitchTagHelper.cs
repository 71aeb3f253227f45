using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>An on/off setting with a line that says what it does: <c>&lt;switch for="IsOn" label="…" help="…" /&gt;</c>.</summary>
[HtmlTargetElement("switch", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SwitchTagHelper(IHtmlGenerator html) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Help { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var id = TagBuilder.CreateSanitizedId(ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), html.IdAttributeDotReplacement);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("switch-row", HtmlEncoder.Default);

        var words = new TagBuilder("div");
        words.InnerHtml.AppendHtml(html.GenerateLabel(ViewContext, For.ModelExplorer, For.Name, Label, htmlAttributes: null));
        if (Help is not null)
        {
            var help = new TagBuilder("p");
            help.AddCssClass("field-help");
            help.Attributes["id"] = $"{id}-help";
            help.InnerHtml.Append(Help);
            words.InnerHtml.AppendHtml(help);
        }

        words.InnerHtml.AppendHtml(html.GenerateValidationMessage(ViewContext, For.ModelExplorer, For.Name, message: null, tag: "span", htmlAttributes: null));

        var box = html.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, For.Model as bool?, new { @class = "form-check-input", role = "switch" });
        if (Help is not null)
        {
            box.Attributes["aria-describedby"] = $"{id}-help";
        }

        var control = new TagBuilder("div");
        control.AddCssClass("form-switch p-0");
        control.InnerHtml.AppendHtml(box);
        control.InnerHtml.AppendHtml(html.GenerateHiddenForCheckbox(ViewContext, For.ModelExplorer, For.Name));
        output.Content.AppendHtml(words).AppendHtml(control);
    }
}
