using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Web.Localization;

/// <summary>Telephone numbers in groups that people can read. The digits stay those of E.164, so what is copied can be dialled.</summary>
public static class PhoneDisplay
{
    // Country codes of one and of two digits; all others have three (ITU-T E.164, Annex to Operational Bulletin 1114).
    private static readonly HashSet<string> ShortCountryCodes =
    [
        "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53",
        "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];

    public static string Format(PhoneNumber number)
    {
        var digits = number.E164[1..];
        return digits switch
        {
            ['1', ..] when digits.Length == 11 => $"+1 ({digits[1..4]}) {digits[4..7]}-{digits[7..]}",
            ['8', '6', '1', >= '3' and <= '9', ..] when digits.Length == 13 => $"+86 {digits[2..5]} {digits[5..9]} {digits[9..]}",
            ['8', '6', '1' or '2', ..] when digits.Length == 12 => $"+86 {digits[2..4]} {digits[4..8]} {digits[8..]}",
            ['8', '6', >= '3', ..] when digits.Length is 12 or 13 => $"+86 {digits[2..5]} {digits[5..^4]} {digits[^4..]}",
            _ => Grouped(digits),
        };
    }

    private static string Grouped(string digits)
    {
        var code = ShortCountryCodes.Contains(digits[..1]) ? 1 : ShortCountryCodes.Contains(digits[..2]) ? 2 : 3;
        var rest = digits.AsSpan(code);
        var text = $"+{digits[..code]}";
        while (rest.Length > 4)
        {
            text = $"{text} {rest[..3]}";
            rest = rest[3..];
        }

        return $"{text} {rest}";
    }
}
