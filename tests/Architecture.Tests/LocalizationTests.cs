using MaskedVoicemail.Architecture.Tests.Support;

namespace MaskedVoicemail.Architecture.Tests;

/// <summary>The portal speaks English and Chinese, and the English sentence is the key of the Chinese one.</summary>
public sealed class LocalizationTests
{
    [Fact]
    public void Every_sentence_that_is_looked_up_has_a_translation() =>
        Violations.MustBeNone(
            Untranslated(TextUse.LookedUp), "These sentences have no entry in the .zh-CN.resx of their marker class:");

    [Fact]
    public void Every_refusal_and_label_has_a_translation() =>
        Violations.MustBeNone(
            Untranslated(TextUse.HandedOver), "These errors, validation messages and labels have no entry in any .zh-CN.resx:");

    [Fact]
    public void Every_translation_is_used()
    {
        var sources = Repository.Files("src", ".cs", ".cshtml").Select(file => file.Text).ToList();
        var unused =
            from catalogue in TextCatalogue.All
            from entry in catalogue.Entries
            let literal = '"' + entry.Key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"'
            where !sources.Exists(source => source.Contains(literal, StringComparison.Ordinal))
            select $"{catalogue.Path}: {entry.Key}";

        Violations.MustBeNone(unused, "Nothing shows these sentences any more:");
    }

    [Fact]
    public void A_translation_says_the_same()
    {
        var different =
            from catalogue in TextCatalogue.All
            from entry in catalogue.Entries
            where string.IsNullOrWhiteSpace(entry.Value)
                || !TextCatalogue.Placeholders(entry.Key).SequenceEqual(TextCatalogue.Placeholders(entry.Value), StringComparer.Ordinal)
            select $"{catalogue.Path}: {entry.Key} → {entry.Value}";

        Violations.MustBeNone(different, "These translations are empty or have other placeholders than their sentence:");
    }

    [Fact]
    public void A_sentence_is_translated_once_in_a_catalogue()
    {
        var twice =
            from catalogue in TextCatalogue.All
            from key in catalogue.Entries.GroupBy(entry => entry.Key, StringComparer.Ordinal)
            where key.Count() > 1
            select $"{catalogue.Path}: {key.Key}";

        Violations.MustBeNone(twice, "Only one of these entries counts:");
    }

    [Fact]
    public void A_catalogue_stands_beside_its_marker_class() =>
        Violations.MustBeNone(
            TextCatalogue.All
                .Where(catalogue => !File.Exists(Repository.FullPath(catalogue.Path.Replace(".zh-CN.resx", ".cs", StringComparison.Ordinal))))
                .Select(catalogue => catalogue.Path),
            "A localizer finds its catalogue by the name and folder of its class:");

    private static IEnumerable<string> Untranslated(IEnumerable<TextUse> uses) =>
        from use in uses
        let catalogues = TextCatalogue.All.Where(catalogue => use.Catalogue is null || catalogue.Name == use.Catalogue)
        where !catalogues.Any(catalogue => catalogue.Contains(use.Key))
        select $"{use.Path}: {use.Catalogue ?? "(any catalogue)"}: {use.Key}";
}
