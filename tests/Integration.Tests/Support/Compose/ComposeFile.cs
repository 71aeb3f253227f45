using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace MaskedVoicemail.Integration.Tests.Support.Compose;

/// <summary>The repository's docker-compose.yml.</summary>
internal sealed partial class ComposeFile
{
    private ComposeFile(IReadOnlyDictionary<string, ComposeEntry> services) => Services = services;

    public IReadOnlyDictionary<string, ComposeEntry> Services { get; }

    /// <param name="variables">What an operator puts into the file .env.</param>
    public static ComposeFile Read(IReadOnlyDictionary<string, string> variables)
    {
        using var text = File.OpenText(Checkout.File("docker-compose.yml"));
        var document = new DeserializerBuilder()
            .WithNamingConvention(UnderscoredNamingConvention.Instance)
            .IgnoreUnmatchedProperties()
            .Build()
            .Deserialize<ComposeDocument>(new MergingParser(new Parser(text)));
        foreach (var environment in document.Services.Values.Select(service => service.Environment))
        {
            foreach (var (name, value) in environment.ToList())
            {
                environment[name] = Fill(value, variables);
            }
        }

        return new ComposeFile(document.Services);
    }

    /// <summary>Each after all that it depends on.</summary>
    public IEnumerable<(string Name, ComposeEntry Service)> InStartOrder()
    {
        var started = new HashSet<string>(StringComparer.Ordinal);
        while (started.Count < Services.Count)
        {
            var next = Services.Where(service => !started.Contains(service.Key) && service.Value.DependsOn.Keys.All(started.Contains)).ToList();
            Assert.NotEmpty(next);
            foreach (var (name, service) in next)
            {
                started.Add(name);
                yield return (name, service);
            }
        }
    }

    /// <summary>Whether a service is run to its end before others start.</summary>
    public bool IsRunToItsEnd(string name) => Services.Values.Any(service =>
        service.DependsOn.TryGetValue(name, out var dependency) && dependency.Condition == "service_completed_successfully");

    private static string Fill(string value, IReadOnlyDictionary<string, string> variables) => Variable().Replace(value, match =>
        variables.TryGetValue(match.Groups["name"].Value, out var filled)
            ? filled
            : throw new InvalidOperationException($"docker-compose.yml asks for {match.Groups["name"].Value}: {match.Groups["reason"].Value}"));

    [GeneratedRegex(@"\$\{(?<name>\w+):\?(?<reason>[^}]+)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
