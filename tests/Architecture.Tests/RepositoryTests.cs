using System.Text.Json;
using System.Text.RegularExpressions;
using MaskedVoicemail.Architecture.Tests.Support;

namespace MaskedVoicemail.Architecture.Tests;

/// <summary>A clone builds anywhere: nothing in it depends on the machine or the network of whoever wrote it.</summary>
public sealed partial class RepositoryTests
{
    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine()
    {
        var violations =
            from file in Repository.Files(".")
            where file.Name != $"{nameof(RepositoryTests)}.cs"
            from match in PrivateFolder().Matches(file.Text)
            select $"{file.Path}: {match.Value}";

        Violations.MustBeNone(violations, "Write paths relative to the repository:");
    }

    [Fact]
    public void No_lock_file_pins_a_registry()
    {
        var violations =
            from file in Repository.Files(".", ".json")
            where file.Name == "package-lock.json"
            from package in JsonDocument.Parse(file.Text).RootElement.GetProperty("packages").EnumerateObject()
            where package.Value.TryGetProperty("resolved", out _)
            select $"{file.Path}: {package.Name}";

        Violations.MustBeNone(violations, "Install with omit-lockfile-registry-resolved=true in .npmrc; each package's integrity is pinned all the same:");
    }

    [Fact]
    public void No_settings_file_points_to_a_registry()
    {
        string[] names = [".npmrc", "nuget.config", "pip.conf", ".yarnrc.yml"];
        var violations = Repository.Files(".")
            .Where(file => names.Contains(file.Name, StringComparer.OrdinalIgnoreCase) && WebAddress().IsMatch(file.Text))
            .Select(file => file.Path);

        Violations.MustBeNone(violations, "Which registry to use is a setting of the machine:");
    }

    [GeneratedRegex(@"(?<![\w.}/~-])(?:/root/|/home/\w|/Users/\w|[A-Z]:\\\\?Users)")]
    private static partial Regex PrivateFolder();

    [GeneratedRegex("https?://")]
    private static partial Regex WebAddress();
}
