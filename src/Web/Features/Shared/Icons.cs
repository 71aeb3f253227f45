using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>
/// The drawings of the sprite (ClientApp/icons/icons.json) as markup. A page has hundreds of the same few, so each is written once. Views use
/// <see cref="IconTagHelper"/>; only what is on every page or in every row of a long list asks here.
/// </summary>
public sealed class Icons(IHttpContextAccessor accessor)
{
    private const string Sprite = "dist/icons.svg";

    private readonly ConcurrentDictionary<(string Name, string? Look, string? Label, ResourceAssetCollection? Assets), HtmlString> _drawn = new();

    public HtmlString this[string name] => Of(name, look: null, label: null);

    /// <param name="look">Further classes, or null.</param>
    /// <param name="label">What it says to who cannot see it, where no text beside it does; null for decoration.</param>
    public HtmlString Of(string name, string? look, string? label) => _drawn.GetOrAdd(
        (name, look, label, accessor.HttpContext?.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()),
        static icon => new HtmlString(Draw(icon.Name, icon.Look, icon.Label, icon.Assets?[Sprite] ?? Sprite)));

    private static string Draw(string name, string? look, string? label, string sprite)
    {
        var role = string.IsNullOrEmpty(label) ? "aria-hidden=\"true\"" : $"role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(label)}\"";
        return $"""<svg class="icon{(look is null ? "" : " " + look)}" {role}><use href="/{sprite}#{name}"/></svg>""";
    }
}
