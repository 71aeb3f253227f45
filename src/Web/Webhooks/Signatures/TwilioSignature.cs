using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.ObjectPool;

namespace MaskedVoicemail.Web.Webhooks.Signatures;

/// <summary>
/// Twilio's request signature: base64 of HMAC-SHA1, keyed with the account's auth token, over the URL as configured at Twilio and then, for a form,
/// each field's name and value without separators, in ordinal order of names (Twilio, "Security"). Holds no state that changes: safe on any thread.
/// </summary>
/// <param name="authTokens">The account's auth token and, while it is being rotated, the other one.</param>
public sealed class TwilioSignature(params IReadOnlyList<string> authTokens)
{
    // Kept, as setting one up takes as long as what it is for.
    private readonly ObjectPool<IncrementalHash>[] _hashes =
        [.. authTokens.Where(token => token.Length > 0).Select(token => new DefaultObjectPool<IncrementalHash>(new KeyedHashes(Encoding.UTF8.GetBytes(token))))];

    /// <param name="url">The URL that Twilio was given, without fragment.</param>
    /// <param name="fields">The form's fields, all of them, decoded and untrimmed; none for other requests.</param>
    /// <param name="signature">The <c>X-Twilio-Signature</c> header.</param>
    public bool IsValid(string url, ReadOnlySpan<TwilioField> fields, string signature)
    {
        ArgumentNullException.ThrowIfNull(url);
        Span<byte> given = stackalloc byte[HMACSHA1.HashSizeInBytes];
        if (!Convert.TryFromBase64String(signature, given, out var length) || length != given.Length)
        {
            return false;
        }

        var sorted = fields.ToArray();
        Array.Sort(sorted, ByNameAndValue);
        foreach (var candidate in TwilioUrl.Spellings(url))
        {
            var message = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(candidate.Length + Characters(sorted)));
            var isValid = Matches(message.AsSpan(0, Write(candidate, sorted, message)), given);
            ArrayPool<byte>.Shared.Return(message);
            if (isValid)
            {
                return true;
            }
        }

        return false;
    }

    private static int ByNameAndValue(TwilioField left, TwilioField right) =>
        left.Name.Span.SequenceCompareTo(right.Name.Span) is var byName and not 0 ? byName : left.Value.Span.SequenceCompareTo(right.Value.Span);

    private static int Characters(TwilioField[] fields)
    {
        var count = 0;
        foreach (ref readonly var field in fields.AsSpan())
        {
            count += field.Name.Length + field.Value.Length;
        }

        return count;
    }

    /// <summary>A name that comes more than once counts with each of its different values, in order, as Twilio's own libraries do it.</summary>
    /// <returns>How many bytes.</returns>
    private static int Write(string url, TwilioField[] fields, Span<byte> message)
    {
        var length = Encoding.UTF8.GetBytes(url, message);
        for (var index = 0; index < fields.Length; index++)
        {
            if (index > 0 && ByNameAndValue(fields[index], fields[index - 1]) == 0)
            {
                continue;
            }

            length += Encoding.UTF8.GetBytes(fields[index].Name.Span, message[length..]);
            length += Encoding.UTF8.GetBytes(fields[index].Value.Span, message[length..]);
        }

        return length;
    }

    private bool Matches(ReadOnlySpan<byte> message, ReadOnlySpan<byte> given)
    {
        Span<byte> expected = stackalloc byte[HMACSHA1.HashSizeInBytes];
        var matches = false;
        foreach (var pool in _hashes)
        {
            var hash = pool.Get();
            hash.AppendData(message);
            hash.GetHashAndReset(expected);
            pool.Return(hash);
            matches |= CryptographicOperations.FixedTimeEquals(expected, given);
        }

        return matches;
    }

    private sealed class KeyedHashes(byte[] key) : PooledObjectPolicy<IncrementalHash>
    {
        public override IncrementalHash Create() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, key);

        public override bool Return(IncrementalHash obj) => true;
    }
}
