namespace MaskedVoicemail.Application.Common;

/// <summary>
/// The address that Twilio and people use (<c>PublicBaseUrl</c>): the base of every callback URL and link, and of the URL that signatures
/// are checked against. Never taken from a request, whose Host header anybody can write.
/// </summary>
public sealed class PublicAddress
{
    private readonly string _base;

    /// <param name="baseUrl">Absolute http or https URL; a trailing slash is dropped.</param>
    public PublicAddress(Uri baseUrl)
    {
        ArgumentNullException.ThrowIfNull(baseUrl);
        _base = baseUrl.OriginalString.TrimEnd('/');
    }

    /// <summary>Whether people come by TLS, which may end at a proxy.</summary>
    public bool IsHttps => _base.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <param name="pathAndQuery">Begins with a slash; already encoded.</param>
    public string UrlOf(string pathAndQuery) => _base + pathAndQuery;

    public override string ToString() => _base;
}
