using System.Buffers;

namespace MaskedVoicemail.Web.Webhooks.Signatures;

/// <summary>
/// The parameters of a request whose signature was found valid. Twilio adds new ones without notice, so there is no closed set;
/// one that is missing or empty is null.
/// </summary>
/// <param name="fields">In the order in which they came: of a name that comes twice, the first counts.</param>
public sealed class TwilioParameters(TwilioField[] fields)
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    // A few dozen names, of which a few are asked for once: looking through them is cheaper than making a dictionary.
    public string? this[string name]
    {
        get
        {
            foreach (ref readonly var field in fields.AsSpan())
            {
                if (field.Name.Span.SequenceEqual(name))
                {
                    return field.Value.Length > 0 ? field.Value.ToString() : null;
                }
            }

            return null;
        }
    }

    /// <summary>A value of at most so many characters; what is longer is cut. For a stranger's text.</summary>
    public string? Text(string name, int maxLength) => this[name] is { } value ? value.Length <= maxLength ? value : value[..maxLength] : null;

    /// <summary>A whole number that is not negative, or null.</summary>
    public int? Count(string name) =>
        int.TryParse(this[name], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>One of Twilio's own names: two letters and 32 hexadecimal digits. Anything else is no name, and null.</summary>
    public string? Sid(string name, string prefix) =>
        this[name] is { Length: 34 } value && value.StartsWith(prefix, StringComparison.Ordinal) && value.AsSpan(2).IndexOfAnyExcept(HexDigits) < 0
            ? value
            : null;
}
