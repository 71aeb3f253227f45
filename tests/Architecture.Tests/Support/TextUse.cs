using System.Text.RegularExpressions;

namespace MaskedVoicemail.Architecture.Tests.Support;

/// <param name="Key">The English sentence.</param>
/// <param name="Catalogue">The marker class that it is looked up in, or null where the source does not tell.</param>
/// <param name="Path">The file that shows it.</param>
internal sealed partial record TextUse(string Key, string? Catalogue, string Path)
{
    private static readonly Dictionary<string, Dictionary<string, string>> NamesOfImports =
        Repository.Files("src", ".cshtml")
            .Where(file => file.Name == "_ViewImports.cshtml")
            .ToDictionary(file => Folder(file.Path), NamesIn, StringComparer.Ordinal);

    /// <summary>The sentences that a view or class asks a localizer for.</summary>
    public static IReadOnlyList<TextUse> LookedUp { get; } = [.. Repository.Files("src", ".cs", ".cshtml").SelectMany(FindLookups)];

    /// <summary>The sentences that reach a localizer as a value: errors, validation messages and labels.</summary>
    public static IReadOnlyList<TextUse> HandedOver { get; } = [.. Repository.Files("src", ".cs").SelectMany(FindSentences)];

    private static IEnumerable<TextUse> FindSentences(SourceFile file) =>
        Sentence().Matches(file.Code).Select(match => new TextUse(KeyOf(match), null, file.Path));

    private static IEnumerable<TextUse> FindLookups(SourceFile file)
    {
        var names = NamesOfImports
            .Where(import => file.Name.EndsWith(".cshtml", StringComparison.Ordinal) && (Folder(file.Path) + "/").StartsWith(import.Key + "/", StringComparison.Ordinal))
            .OrderBy(import => import.Key.Length)
            .SelectMany(import => import.Value)
            .Concat(NamesIn(file))
            .GroupBy(name => name.Key, name => name.Value, StringComparer.Ordinal)
            .ToDictionary(name => name.Key, name => name.Last(), StringComparer.Ordinal);

        return Lookup().Matches(file.Code)
            .Select(match => (Name: match.Groups["name"].Value, Key: KeyOf(match)))
            .Where(use => use.Name is "T" or "Text" || names.ContainsKey(use.Name))
            .Select(use => new TextUse(use.Key, names.GetValueOrDefault(use.Name), file.Path));
    }

    private static string KeyOf(Match match) => Regex.Unescape(match.Groups["key"].Value);

    private static string Folder(string path) => path[..path.LastIndexOf('/')];

    private static Dictionary<string, string> NamesIn(SourceFile file) =>
        Localizer().Matches(file.Text)
            .GroupBy(match => match.Groups["name"].Value, match => match.Groups["text"].Value, StringComparer.Ordinal)
            .ToDictionary(name => name.Key, name => name.Last(), StringComparer.Ordinal);

    // @inject IStringLocalizer<InboxText> T, and the same as a parameter, field or property
    [GeneratedRegex(@"I(String|Html)Localizer<([\w.]+\.)?(?<text>\w+)>\s+(?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Localizer();

    // T["Archive"], T.GetString("Archive")
    [GeneratedRegex("""(?<![\w.])(?<name>\w+)(\[|\.GetString\(|\.GetHtml\()\s*"(?<key>(\\.|[^"\\\n])*)"\s*[,\])]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Lookup();

    // new("number.not_found", "There is no such number.", WithMessage("Enter a number."), [Display(Name = "Number")]
    [GeneratedRegex("""
        (new(\s+Error)?\(\s*"[a-z_]+(\.[a-z_]+)+",\s*|\.WithMessage\(\s*|\bErrorMessage\s*=\s*|\bDisplay\(Name\s*=\s*)"(?<key>(\\.|[^"\\\n])*)"
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Sentence();
}
