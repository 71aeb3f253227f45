using System.Text.RegularExpressions;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Web.Hosting;

/// <summary>Failures that an operator mends, such as a wrong setting: they end the program with one line instead of a stack trace.</summary>
internal static partial class StartFailure
{
    /// <returns>A line for each mistake, or null for a failure that is a bug.</returns>
    public static string? Explain(Exception exception) => exception switch
    {
        SettingException or DatabaseUnavailableException => OneLine(exception.Message),
        OptionsValidationException invalid => OneLine(string.Join(' ', invalid.Failures)),
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => ExplainBinding(exception.Message),
        IOException { InnerException: AddressInUseException } => OneLine(exception.Message),
        FormatException { Source: "Microsoft.AspNetCore.Http" } => OneLine($"urls: {exception.Message}"),
        AggregateException several when several.InnerExceptions.All(inner => Explain(inner) is not null) =>
            string.Join(Environment.NewLine, several.InnerExceptions.Select(Explain)),
        _ => null,
    };

    /// <summary>The configuration binder names the key, the value and the type that the value does not fit.</summary>
    private static string ExplainBinding(string message)
    {
        var match = Binding().Match(message);
        if (!match.Success)
        {
            return OneLine(message);
        }

        return OneLine($"{match.Groups["key"].Value}: '{match.Groups["value"].Value}' is not {Expected(match.Groups["type"].Value)}.");
    }

    private static string Expected(string typeName)
    {
        var type = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(typeName)).FirstOrDefault(found => found is not null);
        return type switch
        {
            { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(type))}",
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(TimeSpan) => "a duration, such as 00:00:30",
            _ when type == typeof(Uri) => "an address, such as https://example.com",
            _ => "a number",
        };
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");

    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']+)' to type '(?<type>[^']+)'", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Binding();
}
