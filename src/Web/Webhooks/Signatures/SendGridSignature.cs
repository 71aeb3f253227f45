using System.Security.Cryptography;
using System.Text;
using MaskedVoicemail.Application.Common;

namespace MaskedVoicemail.Web.Webhooks.Signatures;

/// <summary>
/// SendGrid's signature of an event webhook: ECDSA on P-256 with SHA-256 over the timestamp's text and the raw body, in DER form (SendGrid,
/// "Event Webhook security features"). Without a key nothing is valid. Holds no state that changes: safe on any thread.
/// </summary>
public sealed class SendGridSignature
{
    public const string Setting = "SendGrid:EventPublicKey";

    private const string P256 = "1.2.840.10045.3.1.7";

    private readonly byte[]? _publicKey;

    /// <param name="publicKey">As SendGrid shows it: base64 of the SubjectPublicKeyInfo. Null or empty: events are not taken.</param>
    /// <exception cref="SettingException">It is no such key.</exception>
    public SendGridSignature(string? publicKey)
    {
        if (!string.IsNullOrWhiteSpace(publicKey))
        {
            _publicKey = Parse(publicKey.Trim());
        }
    }

    /// <param name="timestamp">The header's text.</param>
    /// <param name="body">Byte for byte as it came; it ends with CRLF.</param>
    /// <param name="signature">The header's text.</param>
    public bool IsValid(string timestamp, ReadOnlySpan<byte> body, string signature)
    {
        // Of P-256 in DER: at most 72 bytes.
        Span<byte> given = stackalloc byte[72];
        if (_publicKey is null || !Convert.TryFromBase64String(signature, given, out var length))
        {
            return false;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
        hash.AppendData(body);
        using var key = Import(_publicKey);
        return key.VerifyHash(hash.GetHashAndReset(), given[..length], DSASignatureFormat.Rfc3279DerSequence);
    }

    private static byte[] Parse(string publicKey)
    {
        try
        {
            var bytes = Convert.FromBase64String(publicKey);
            using var key = Import(bytes);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256)
            {
                return bytes;
            }
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            throw Malformed();
        }

        throw Malformed();
    }

    private static ECDsa Import(byte[] publicKey)
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return key;
    }

    private static SettingException Malformed() =>
        new(Setting, "copy the verification key of the signed event webhook from SendGrid's settings: one line of base64, without PEM lines.");
}
