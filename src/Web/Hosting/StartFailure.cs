using System.Text.RegularExpressions;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Web.Hosting;

/// <summary>Failures that an operator mends, such as a wrong setting: they end the program with one line instead of a stack trace.</summary>
internal static partial class StartFailure
{
    /// <returns>The line, or null for a failure that is a bug.</returns>
    public static string? Explain(Exception exception) => exception switch
    {
        SettingException or DatabaseUnavailableException => OneLine(exception.Message),
        OptionsValidationException invalid => OneLine(string.Join(' ', invalid.Failures)),
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => ExplainBinding(exception.Message),
        IOException { InnerException: AddressInUseException } => OneLine(exception.Message),
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

        var type = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(match.Groups["type"].Value)).FirstOrDefault(found => found is not null);
        var expected = type is { IsEnum: true } ? $"one of {string.Join(", ", Enum.GetNames(type))}" : $"a {type?.Name ?? "value of another kind"}";
        return OneLine($"{match.Groups["key"].Value}: '{match.Groups["value"].Value}' is not {expected}.");
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");

    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']+)' to type '(?<type>[^']+)'", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Binding();
}
