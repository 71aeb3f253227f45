using System.Text;
using System.Xml;

namespace MaskedVoicemail.Application.Numbers;

/// <summary>The owner's words before the tone. They are spoken: line breaks mean nothing, control characters do harm.</summary>
internal static class GreetingText
{
    /// <summary>Line breaks and tabs become blanks; null where no words are left.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var cleaned = new StringBuilder(text.Length);
        foreach (var character in text.Trim())
        {
            var isBlank = character is '\r' or '\n' or '\t' or ' ';
            if (!isBlank)
            {
                cleaned.Append(character);
            }
            else if (cleaned[^1] is not ' ')
            {
                cleaned.Append(' ');
            }
        }

        return cleaned.ToString();
    }

    /// <summary>Whether every character may stand in TwiML, which is XML, and none is a control character.</summary>
    public static bool CanBeSpoken(string? text)
    {
        foreach (var rune in (Clean(text) ?? "").EnumerateRunes())
        {
            // A lone half of a surrogate pair is enumerated as the replacement character.
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar || (rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value)))
            {
                return false;
            }
        }

        return true;
    }
}
