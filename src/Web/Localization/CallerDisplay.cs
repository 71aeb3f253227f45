using MaskedVoicemail.Domain.Calls;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Localization;

/// <summary>Whoever called, in words: a number in groups, or what stood in its place.</summary>
public static class CallerDisplay
{
    public static string Format(Caller caller, IStringLocalizer<SharedText> text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return caller.Number is { } number ? PhoneDisplay.Format(number) : caller.Kind switch
        {
            CallerKind.Withheld => text["Number withheld"],
            CallerKind.Client => text["App user {0}", AfterScheme(caller.Raw)],
            CallerKind.Sip => text["SIP address {0}", AfterScheme(caller.Raw)],
            _ => caller.Raw,
        };
    }

    private static string AfterScheme(string raw) => raw[(raw.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
}
