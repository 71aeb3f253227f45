using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace MaskedVoicemail.Web.Webhooks.Signatures;

/// <summary>
/// Twilio's request signature: base64 of HMAC-SHA1, keyed with the account's auth token, over the URL as configured at Twilio and then, for a form,
/// each field's name and value without separators, in ordinal order of names (Twilio, "Security"). Holds no state that changes: safe on any thread.
/// </summary>
/// <param name="authTokens">The account's auth token and, while it is being rotated, the other one.</param>
public sealed class TwilioSignature(params IReadOnlyList<string> authTokens)
{
    private readonly byte[][] _keys = [.. authTokens.Where(token => token.Length > 0).Select(Encoding.UTF8.GetBytes)];

    /// <param name="url">The URL that Twilio was given, without fragment.</param>
    /// <param name="fields">The form's fields, all of them, decoded and untrimmed; none for other requests.</param>
    /// <param name="signature">The <c>X-Twilio-Signature</c> header.</param>
    public bool IsValid(string url, IEnumerable<KeyValuePair<string, string>> fields, string signature)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(fields);
        Span<byte> given = stackalloc byte[HMACSHA1.HashSizeInBytes];
        if (!Convert.TryFromBase64String(signature, given, out var length) || length != given.Length)
        {
            return false;
        }

        var suffix = new ArrayBufferWriter<byte>(1024);
        WriteFields(fields, suffix);
        foreach (var candidate in TwilioUrl.Spellings(url))
        {
            var message = new ArrayBufferWriter<byte>(candidate.Length + suffix.WrittenCount + 16);
            Encoding.UTF8.GetBytes(candidate, message);
            message.Write(suffix.WrittenSpan);
            if (Matches(message.WrittenSpan, given))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A name that comes more than once counts with each of its different values, in order, as Twilio's own libraries do it.</summary>
    private static void WriteFields(IEnumerable<KeyValuePair<string, string>> fields, ArrayBufferWriter<byte> message)
    {
        var sorted = fields.ToArray();
        Array.Sort(sorted, static (left, right) =>
            string.CompareOrdinal(left.Key, right.Key) is var byName and not 0 ? byName : string.CompareOrdinal(left.Value, right.Value));
        for (var index = 0; index < sorted.Length; index++)
        {
            if (index > 0 && sorted[index].Key == sorted[index - 1].Key && sorted[index].Value == sorted[index - 1].Value)
            {
                continue;
            }

            Encoding.UTF8.GetBytes(sorted[index].Key, message);
            Encoding.UTF8.GetBytes(sorted[index].Value, message);
        }
    }

    private bool Matches(ReadOnlySpan<byte> message, ReadOnlySpan<byte> given)
    {
        Span<byte> expected = stackalloc byte[HMACSHA1.HashSizeInBytes];
        var matches = false;
        foreach (var key in _keys)
        {
#pragma warning disable CA5350 // The algorithm is Twilio's to choose.
            HMACSHA1.HashData(key, message, expected);
#pragma warning restore CA5350
            matches |= CryptographicOperations.FixedTimeEquals(expected, given);
        }

        return matches;
    }
}
