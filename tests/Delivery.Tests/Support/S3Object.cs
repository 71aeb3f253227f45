using System.Security.Cryptography;

namespace MaskedVoicemail.Delivery.Tests.Support;

internal sealed record S3Object(byte[] Content, string ContentType, string ETag, DateTimeOffset WrittenAt)
{
    public static S3Object Of(byte[] content, string contentType) =>
        new(content, contentType, $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"", DateTimeOffset.UtcNow);
}
