using System.Text.Encodings.Web;
using MaskedVoicemail.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>
/// Label, control, help line and error of one input:
/// <c>&lt;field for="Email" label="@T["E-mail address"]" help="…"&gt;&lt;input asp-for="Email" /&gt;&lt;/field&gt;</c>.
/// </summary>
[HtmlTargetElement("field", Attributes = "for,label")]
public sealed class FieldTagHelper(IHtmlGenerator html, IStringLocalizer<SharedText> text) : TagHelper
{
    private string _id = "";

    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Help { get; set; }

    public bool Optional { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Init(TagHelperContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _id = TagBuilder.CreateSanitizedId(ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), html.IdAttributeDotReplacement);
        context.Items[typeof(FieldScope)] = new FieldScope(Help is null ? $"{_id}-error" : $"{_id}-help {_id}-error");
    }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var control = await output.GetChildContentAsync();

        output.TagName = "div";
        output.AddClass("field", HtmlEncoder.Default);
        output.Content.SetHtmlContent(LabelOfControl());
        output.Content.AppendHtml(control);
        if (Help is not null)
        {
            var help = new TagBuilder("p");
            help.AddCssClass("field-help");
            help.Attributes["id"] = $"{_id}-help";
            help.InnerHtml.Append(Help);
            output.Content.AppendHtml(help);
        }

        output.Content.AppendHtml(html.GenerateValidationMessage(ViewContext, For.ModelExplorer, For.Name, message: null, tag: "span", new { id = $"{_id}-error" }));
    }

    private TagBuilder LabelOfControl()
    {
        var label = html.GenerateLabel(ViewContext, For.ModelExplorer, For.Name, Label, new { @class = "form-label" });
        if (Optional)
        {
            var optional = new TagBuilder("span");
            optional.AddCssClass("field-optional");
            optional.InnerHtml.Append(text["optional"]);
            label.InnerHtml.Append(" ").AppendHtml(optional);
        }

        return label;
    }
}
