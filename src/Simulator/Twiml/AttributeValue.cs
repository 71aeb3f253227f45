using System.Globalization;

namespace MaskedVoicemail.Simulator.Twiml;

/// <summary>What attributes may hold. Each returns what is wrong, or null.</summary>
internal static class AttributeValue
{
    public static string? Anything(string value) => null;

    /// <summary>Twilio knows it, this phone line does not.</summary>
    public static string? NotSimulated(string value) => "is not simulated";

    public static string? Method(string value) => OneOf("GET", "POST")(value);

    public static string? Boolean(string value) => OneOf("true", "false")(value);

    public static Func<string, string?> OneOf(params string[] values) => value =>
        values.Contains(value) ? null : $"must be one of {string.Join(", ", values)}";

    /// <summary>A list of different words, separated by single blanks.</summary>
    public static Func<string, string?> SomeOf(params string[] values) => value =>
    {
        var words = value.Split(' ');
        return words.All(values.Contains) && words.Distinct().Count() == words.Length
            ? null
            : $"must be a list of {string.Join(", ", values)}, separated by blanks";
    };

    public static Func<string, string?> Number(int least, int most = int.MaxValue) => value =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most
            ? null
            : most == int.MaxValue ? $"must be a whole number from {least}" : $"must be a whole number from {least} to {most}";

    public static Func<string, string?> Characters(string allowed) => value =>
        value.All(allowed.Contains) ? null : $"may only hold {allowed}";

    public static Func<string, string?> NumberOr(string word, int least) => value =>
        value == word ? null : Number(least)(value);

    public static string? Url(string value)
    {
        if (value.Length == 0 || value.Any(char.IsWhiteSpace))
        {
            return "must be a URL";
        }

        if (!Uri.TryCreate(value, UriKind.RelativeOrAbsolute, out var url))
        {
            return "is not a URL";
        }

        // On Unix a path such as /webhook/voice parses as an absolute file URL.
        return !url.IsAbsoluteUri || url.Scheme is "http" or "https" || value.StartsWith('/')
            ? null
            : "must be an http or https URL";
    }

    /// <summary>Twilio reaches no status callback on a host whose name has an underscore.</summary>
    public static string? CallbackUrl(string value) => Url(value)
        ?? (Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Host.Contains('_', StringComparison.Ordinal)
            ? "may not have an underscore in its host name"
            : null);
}
