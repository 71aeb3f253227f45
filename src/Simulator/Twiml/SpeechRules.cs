using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MaskedVoicemail.Simulator.Twiml;

/// <summary>Which voice speaks which language in <c>&lt;Say&gt;</c>, as far as this program's prompts need it.</summary>
internal static partial class SpeechRules
{
    public const int MostCharacters = 4096;

    private static readonly Dictionary<string, string> PollyLanguages = new()
    {
        ["Joanna"] = "en-US",
        ["Matthew"] = "en-US",
        ["Zhiyu"] = "cmn-CN",
        ["Hiujin"] = "yue-CN",
    };

    public static string? Voice(string value) =>
        value is "man" or "woman" or "alice" || NamedVoice().IsMatch(value)
            ? null
            : "must be man, woman, alice, or a provider's prefix and a name, such as Polly.Joanna";

    public static string? Language(string value) => value switch
    {
        "zh-CN" or "zh-TW" => "has no voice: Mandarin is cmn-CN or cmn-TW",
        _ when LanguageTag().IsMatch(value) => null,
        _ => "must be a language tag such as en-US",
    };

    public static IEnumerable<(int Code, string Message)> Mistakes(XElement say)
    {
        var text = say.Value.Trim();
        if (text.Length == 0)
        {
            yield return (13520, "Say has no text.");
        }
        else if (text.Length > MostCharacters)
        {
            yield return (13521, $"Say has {text.Length} characters, {MostCharacters} are allowed.");
        }

        if ((string?)say.Attribute("voice") is { } voice && SpokenBy(voice) is { } spoken)
        {
            var language = (string?)say.Attribute("language");
            if (language is not null && !language.StartsWith(spoken, StringComparison.Ordinal))
            {
                yield return (13511, $"The voice {voice} speaks {spoken}, not {language}.");
            }
        }
        else if ((string?)say.Attribute("language") is { } chinese && IsChinese(chinese)
            && (string?)say.Attribute("voice") is "man" or "woman" or "alice")
        {
            yield return (13511, $"A basic voice does not speak {chinese}.");
        }
    }

    private static string? SpokenBy(string voice)
    {
        var parts = voice.Split('.', 2);
        if (parts is ["Polly", var name])
        {
            return PollyLanguages.GetValueOrDefault(name.Split('-')[0]);
        }

        return parts is ["Google", var google] && google.Split('-') is [var language, var region, ..]
            ? $"{language}-{region}"
            : null;
    }

    private static bool IsChinese(string language) =>
        language.StartsWith("cmn-", StringComparison.Ordinal) || language.StartsWith("yue-", StringComparison.Ordinal);

    [GeneratedRegex(@"^(Polly|Google)\.[A-Za-z0-9-]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedVoice();

    [GeneratedRegex("^([a-z]{2,3}-[A-Z]{2}|arb|es-419)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageTag();
}
