using System.Net;
using System.Text.RegularExpressions;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>What a browser shows after all redirects.</summary>
/// <param name="Path">Where it ended, with the query.</param>
/// <param name="Html">As it came.</param>
public sealed partial record WebPage(HttpStatusCode Status, string Path, string Html)
{
    /// <summary>What a person reads, without markup.</summary>
    public string Text => WebUtility.HtmlDecode(Spaces().Replace(Markup().Replace(Html, " "), " "));

    /// <summary>What comes with each form, so that no other site can send it.</summary>
    public string FormToken => Token().Match(Html) is { Success: true } found ? found.Groups["token"].Value : throw new InvalidOperationException($"{Path} has no form.");

    /// <summary>What is said at a field.</summary>
    public string ErrorAt(string field) =>
        WebUtility.HtmlDecode(Regex.Match(Html, $"""<span[^>]* data-valmsg-for="{Regex.Escape(field)}"[^>]*>(?<text>[^<]*)</span>""").Groups["text"].Value);

    /// <summary>What is in a field.</summary>
    public string? ValueOf(string field) =>
        Regex.Match(Html, $"""<input[^>]* name="{Regex.Escape(field)}"[^>]*>""") is { Success: true } input
        && Regex.Match(input.Value, """ value="(?<value>[^"]*)" """.TrimEnd()) is { Success: true } value
            ? WebUtility.HtmlDecode(value.Groups["value"].Value)
            : null;

    public override string ToString() => $"{(int)Status} {Path}: {Text}";

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]* value="(?<token>[^"]+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();

    [GeneratedRegex("<(script|style)[^>]*>.*?</(script|style)>|<[^>]+>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
