using System.Xml.Linq;
using MaskedVoicemail.Architecture.Tests.Support;

namespace MaskedVoicemail.Architecture.Tests;

/// <summary>References point inwards. Both are looked at: what a project declares, and what its code uses.</summary>
public sealed class LayerTests
{
    public static TheoryData<string, string[]> AllowedReferences => new()
    {
        { "Domain", [] },
        { "Application", ["Domain"] },
        { "Infrastructure", ["Domain", "Application"] },
        { "Simulator", [] },
        { "Web", ["Domain", "Application", "Infrastructure", "Simulator"] },
    };

    [Theory]
    [MemberData(nameof(AllowedReferences))]
    public void A_layer_declares_references_to_inner_layers_only(string layer, string[] allowed)
    {
        var declared = Project(layer).Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'))
            .Select(path => Path.GetFileNameWithoutExtension(path)[Layers.Prefix.Length..]);

        Violations.MustBeNone(declared.Except(allowed), Rule(layer, allowed));
    }

    [Theory]
    [MemberData(nameof(AllowedReferences))]
    public void A_layer_uses_inner_layers_only(string layer, string[] allowed)
    {
        var used = Layers.All.Single(assembly => assembly.GetName().Name == Layers.Prefix + layer)
            .GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => name.StartsWith(Layers.Prefix, StringComparison.Ordinal))
            .Select(name => name[Layers.Prefix.Length..]);

        Violations.MustBeNone(used.Except(allowed), Rule(layer, allowed));
    }

    [Fact]
    public void Every_project_below_src_is_a_known_layer() =>
        Violations.MustBeNone(
            Repository.Files("src", ".csproj").Select(file => file.Path).Except(AllowedReferences.Select(row => ProjectPath(row.Data.Item1))),
            "Say above what these projects may reference:");

    [Fact]
    public void The_domain_needs_nothing_but_the_base_class_library()
    {
        var declared = Project("Domain").Descendants()
            .Where(element => element.Name.LocalName is "PackageReference" or "FrameworkReference")
            .Select(element => element.Attribute("Include")!.Value);
        var used = Layers.Domain.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

        Violations.MustBeNone(declared.Concat(used), "The Domain layer has no packages:");
    }

    private static string Rule(string layer, string[] allowed) =>
        allowed is [] ? $"{layer} stands alone:" : $"{layer} may reference {string.Join(", ", allowed)} only:";

    private static string ProjectPath(string layer) => $"src/{layer}/{Layers.Prefix}{layer}.csproj";

    private static XDocument Project(string layer) => XDocument.Load(Repository.FullPath(ProjectPath(layer)));
}
