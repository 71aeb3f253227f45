using System.Text.Encodings.Web;
using MaskedVoicemail.Web.Localization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>Gives the control inside a <c>&lt;field&gt;</c> its look, and ties it to its help line and error.</summary>
[HtmlTargetElement("input", Attributes = ForAttribute)]
[HtmlTargetElement("select", Attributes = ForAttribute)]
[HtmlTargetElement("textarea", Attributes = ForAttribute)]
public sealed class FieldControlTagHelper(IStringLocalizer<SharedText> text) : TagHelper
{
    private const string ForAttribute = "asp-for";

    /// <summary>After the framework's own helpers, which write the type and the id.</summary>
    public override int Order => 1;

    [HtmlAttributeName(ForAttribute)]
    public ModelExpression For { get; set; } = null!;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        if (!context.Items.TryGetValue(typeof(FieldScope), out var scope))
        {
            return;
        }

        var type = output.Attributes["type"]?.Value?.ToString();
        if (type is not ("checkbox" or "radio" or "hidden"))
        {
            output.AddClass(output.TagName is "select" ? "form-select" : "form-control", HtmlEncoder.Default);
        }

        output.Attributes.SetAttribute("aria-describedby", ((FieldScope)scope).DescribedBy);
        var field = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        if (ViewContext.ModelState.GetFieldValidationState(field) is ModelValidationState.Invalid)
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
        }

        if (type is "password")
        {
            AddReveal(output);
        }
    }

    private void AddReveal(TagHelperOutput output)
    {
        var button = new TagBuilder("button");
        button.Attributes["type"] = "button";
        button.Attributes["hidden"] = "hidden";
        button.Attributes["data-reveal"] = output.Attributes["id"]?.Value?.ToString();
        button.Attributes["aria-pressed"] = "false";
        button.InnerHtml.Append(text["Show"]);
        output.PreElement.AppendHtml("<div class=\"password-box\">");
        output.PostElement.AppendHtml(button).AppendHtml("</div>");
    }
}
