using System.Globalization;
using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Web.Localization;

/// <summary>The portal's languages, each with the name it has in itself.</summary>
public static class PortalLanguages
{
    public const string English = "en";
    public const string Chinese = "zh-CN";

    public static IReadOnlyList<(string Culture, string Name)> All { get; } = [(English, "English"), (Chinese, "中文")];

    /// <summary>The language that serves a reader of <paramref name="culture"/>, such as <c>zh-TW</c> or <c>en-GB</c>, or null.</summary>
    public static string? Serving(string? culture) =>
        All.Select(language => language.Culture).FirstOrDefault(own => culture is not null && PrimaryTag(culture).Equals(PrimaryTag(own), StringComparison.OrdinalIgnoreCase));

    public static string CultureOf(Language language) => language is Language.Chinese ? Chinese : English;

    public static Language LanguageOf(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return Serving(culture.Name) is Chinese ? Language.Chinese : Language.English;
    }

    private static string PrimaryTag(string culture) => culture.Split('-', 2)[0];
}
