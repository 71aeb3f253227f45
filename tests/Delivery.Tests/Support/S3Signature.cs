using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace MaskedVoicemail.Delivery.Tests.Support;

/// <summary>AWS Signature Version 4, in the Authorization header, over the whole content.</summary>
internal sealed partial class S3Signature(string accessKey, string secretKey, string region)
{
    private static readonly TimeSpan AllowedSkew = TimeSpan.FromMinutes(15);

    /// <returns>The code of the refusal, or null where the signature is right.</returns>
    public string? WhyRefused(HttpRequest request, byte[] body)
    {
        var match = Authorization().Match(request.Headers.Authorization.ToString());
        if (!match.Success || match.Groups["key"].Value != accessKey)
        {
            return match.Success ? "InvalidAccessKeyId" : "AccessDenied";
        }

        var time = request.Headers["x-amz-date"].ToString();
        if (!DateTimeOffset.TryParseExact(time, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signedAt)
            || (DateTimeOffset.UtcNow - signedAt).Duration() > AllowedSkew)
        {
            return "RequestTimeTooSkewed";
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        if (request.Headers["x-amz-content-sha256"] != hash)
        {
            return "XAmzContentSHA256Mismatch";
        }

        var signed = match.Groups["headers"].Value.Split(';');
        if (!signed.Contains("host") || request.Headers.Keys.Any(name => name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) && !signed.Contains(name.ToLowerInvariant())))
        {
            return "AccessDenied";
        }

        var scope = $"{time[..8]}/{region}/s3/aws4_request";
        var canonical = string.Join('\n', request.Method, Path(request), Query(request), Headers(request, signed), string.Join(';', signed), hash);
        var text = string.Join('\n', "AWS4-HMAC-SHA256", time, scope, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretKey), (derived, part) => HMACSHA256.HashData(derived, Encoding.UTF8.GetBytes(part)));
        return match.Groups["scope"].Value == scope && match.Groups["signature"].Value == Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)))
            ? null
            : "SignatureDoesNotMatch";
    }

    private static string Path(HttpRequest request) => string.Join('/', request.Path.Value!.Split('/').Select(Uri.EscapeDataString));

    private static string Query(HttpRequest request) => string.Join('&', request.Query
        .SelectMany(pair => pair.Value, (pair, value) => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(value ?? "")}")
        .Order(StringComparer.Ordinal));

    private static string Headers(HttpRequest request, string[] names) =>
        string.Concat(names.Select(name => $"{name}:{string.Join(',', request.Headers[name].Select(value => value?.Trim()))}\n"));

    [GeneratedRegex("^AWS4-HMAC-SHA256 Credential=(?<key>[^/]+)/(?<scope>[^,]+), ?SignedHeaders=(?<headers>[^,]+), ?Signature=(?<signature>[0-9a-f]{64})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Authorization();
}
