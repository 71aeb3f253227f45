using System.Text;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Application.Notifications;

/// <summary>A telephone number in groups, as people write it.</summary>
internal static class ReadableNumber
{
    /// <summary>Country calling codes of two digits (ITU-T E.164, list of assigned codes); 1 and 7 have one digit, all others three.</summary>
    private static readonly string[] TwoDigitCodes =
    [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53", "54",
        "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];

    public static string ToReadable(this PhoneNumber number)
    {
        var digits = number.E164.AsSpan(1);
        if (digits[0] == '1' && digits.Length == 11)
        {
            return $"+1 {digits[1..4]}-{digits[4..7]}-{digits[7..]}";
        }

        if (digits.StartsWith("861") && digits.Length == 13)
        {
            return $"+86 {digits[2..5]} {digits[5..9]} {digits[9..]}";
        }

        var codeLength = digits[0] is '1' or '7' ? 1 : Array.IndexOf(TwoDigitCodes, digits[..2].ToString()) >= 0 ? 2 : 3;
        return InGroups(digits[..codeLength], digits[codeLength..]);
    }

    /// <summary>Eight digits in two halves; otherwise groups of three, the last of up to four.</summary>
    private static string InGroups(ReadOnlySpan<char> code, ReadOnlySpan<char> rest)
    {
        var text = new StringBuilder("+").Append(code);
        var size = rest.Length == 8 ? 4 : 3;
        while (rest.Length > 4)
        {
            text.Append(' ').Append(rest[..size]);
            rest = rest[size..];
        }

        return text.Append(' ').Append(rest).ToString();
    }
}
