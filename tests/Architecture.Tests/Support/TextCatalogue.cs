using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MaskedVoicemail.Architecture.Tests.Support;

/// <summary>The Chinese translations that belong to one marker class; the keys are the English sentences.</summary>
internal sealed partial record TextCatalogue(string Name, string Path, IReadOnlyList<KeyValuePair<string, string>> Entries)
{
    private const string Suffix = ".zh-CN.resx";

    public static IReadOnlyList<TextCatalogue> All { get; } =
        [.. Repository.Files("src", ".resx").Where(file => file.Name.EndsWith(Suffix, StringComparison.Ordinal)).Select(Read)];

    public bool Contains(string key) => Entries.Any(entry => entry.Key == key);

    /// <summary>Which <c>{0}</c> a sentence has.</summary>
    public static IEnumerable<string> Placeholders(string sentence) =>
        Placeholder().Matches(sentence).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static TextCatalogue Read(SourceFile file) => new(
        file.Name[..^Suffix.Length],
        file.Path,
        [.. XDocument.Parse(file.Text, LoadOptions.PreserveWhitespace).Descendants("data")
            .Select(data => KeyValuePair.Create(data.Attribute("name")!.Value, data.Element("value")?.Value ?? ""))]);

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Placeholder();
}
