using System.Text.RegularExpressions;
using MaskedVoicemail.Architecture.Tests.Support;

namespace MaskedVoicemail.Architecture.Tests;

/// <summary>A module is one folder name, repeated in every layer. Modules meet through ids and public requests.</summary>
public sealed partial class ModuleTests
{
    /// <summary>The folders of each layer that are no module, because they serve all of them.</summary>
    public static TheoryData<string, string[]> SharedFolders => new()
    {
        { "Domain", ["Common"] },
        { "Application", ["Common"] },
        { "Infrastructure", ["Common", "OfficialSdks", "Persistence", "Seeding", "Twilio"] },
    };

    [Theory]
    [MemberData(nameof(SharedFolders))]
    public void A_layer_is_divided_into_the_known_modules(string layer, string[] shared)
    {
        var root = $"src/{layer}/";
        var unknown = Repository.Files(root, ".cs")
            .Where(file => file.Path[root.Length..].Contains('/'))
            .Where(file => file.Path[root.Length..].Split('/')[0] is var folder && !Layers.Modules.Contains(folder) && !shared.Contains(folder))
            .Select(file => file.Path);

        Violations.MustBeNone(unknown, $"The modules are {string.Join(", ", Layers.Modules)}:");
    }

    [Fact]
    public void A_namespace_is_the_folder_it_stands_in()
    {
        var misplaced =
            from file in Repository.Files("src", ".cs")
            let declared = NamespaceDeclaration().Match(file.Code)
            where declared.Success
            let folder = Path.GetDirectoryName(file.Path)!["src/".Length..].Replace('\\', '/').Replace('/', '.')
            where declared.Groups["name"].Value != Layers.Prefix + folder
            select $"{file.Path}: {declared.Groups["name"].Value}";

        Violations.MustBeNone(misplaced, "Folder and namespace differ:");
    }

    [Fact]
    public void A_module_uses_no_internal_type_of_another_module()
    {
        var types = Layers.WrittenTypes(Layers.Application).ToLookup(Layers.ModuleOf);
        var violations =
            from module in Layers.Modules
            let own = types[module].Select(SimpleName).ToHashSet(StringComparer.Ordinal)
            let foreign = types.Where(other => other.Key is not (null or "Common") && other.Key != module)
                .SelectMany(other => other)
                .Where(type => type.IsNotPublic)
                .Select(SimpleName)
                .Where(name => !own.Contains(name))
                .ToHashSet(StringComparer.Ordinal)
            where Directory.Exists(Repository.FullPath($"src/Application/{module}"))
            from file in Repository.Files($"src/Application/{module}", ".cs")
            from word in Identifier().Matches(file.Code).Select(match => match.Value)
            where foreign.Contains(word)
            select $"{file.Path}: {word}";

        Violations.MustBeNone(violations, "Use another module's public requests instead:");
    }

    private static string SimpleName(Type type) => type.Name.Split('`')[0];

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclaration();

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Identifier();
}
