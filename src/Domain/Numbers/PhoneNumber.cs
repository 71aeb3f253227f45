using System.Diagnostics.CodeAnalysis;

namespace MaskedVoicemail.Domain.Numbers;

/// <summary>A telephone number in E.164: a plus sign, then 8 to 15 digits of which the first is not 0.</summary>
/// <remarks><see cref="ToString"/> is masked, so that no log line gives a number away by accident; ask for <see cref="E164"/> by name.</remarks>
public readonly record struct PhoneNumber
{
    /// <summary>The longest number with its plus sign.</summary>
    public const int MaxLength = 16;

    private const int MinDigits = 8;

    private readonly string? _e164;

    private PhoneNumber(string e164) => _e164 = e164;

    /// <summary>The whole number, such as <c>+14155550100</c>.</summary>
    public string E164 => _e164 ?? throw new InvalidOperationException("A default PhoneNumber is no number.");

    /// <summary>Reads what a person typed: blanks, dots, dashes, slashes and brackets are dropped, and a leading 00 counts as +.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number)
    {
        number = default;
        if (text is null || text.Length > 64)
        {
            return false;
        }

        Span<char> digits = stackalloc char[64];
        var length = 0;
        var plus = false;
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character))
            {
                digits[length++] = character;
            }
            else if (character is '+' or '＋' && length == 0 && !plus)
            {
                plus = true;
            }
            else if (!char.IsWhiteSpace(character) && character is not ('.' or '-' or '/' or '(' or ')' or '\u2011' or '\u2013'))
            {
                return false;
            }
        }

        ReadOnlySpan<char> significant = digits[..length];
        if (!plus)
        {
            if (!significant.StartsWith("00"))
            {
                return false;
            }

            significant = significant[2..];
        }

        if (significant.Length is < MinDigits or >= MaxLength || significant[0] == '0')
        {
            return false;
        }

        number = new PhoneNumber(string.Concat("+", significant));
        return true;
    }

    /// <exception cref="FormatException">The text is no such number.</exception>
    public static PhoneNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("Not a telephone number in E.164.");

    /// <summary>The number with all but its first two and last two digits hidden, for logs.</summary>
    public override string ToString() =>
        _e164 is null ? "(none)" : string.Concat(_e164.AsSpan(0, 3), new string('*', _e164.Length - 5), _e164.AsSpan(_e164.Length - 2));
}
