using System.Globalization;
using System.Text;

namespace MaskedVoicemail.Application.Notifications;

/// <summary>Makes harmless what strangers say or are called, before it stands in a mail.</summary>
internal static class StrangersText
{
    /// <summary>One line without control characters and without the marks that turn the direction of the text around them.</summary>
    public static string OneLine(string? text, int maxLength) => Clean(text, maxLength, keepLines: false);

    /// <summary>The same, with its line breaks.</summary>
    public static string Lines(string? text, int maxLength) => Clean(text, maxLength, keepLines: true);

    private static string Clean(string? text, int maxLength, bool keepLines)
    {
        var clean = new StringBuilder();
        var blanks = false;
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (keepLines && rune.Value == '\n')
            {
                clean.Append('\n');
                blanks = false;
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                blanks = clean.Length > 0;
            }
            else if (IsHarmless(rune))
            {
                if (blanks && clean[^1] != '\n')
                {
                    clean.Append(' ');
                }

                blanks = false;
                clean.Append(rune);
            }
        }

        return Cut(clean.ToString().TrimEnd('\n'), maxLength);
    }

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);

    private static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[maxLength - 2]) ? maxLength - 2 : maxLength - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
