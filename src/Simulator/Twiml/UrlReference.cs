namespace MaskedVoicemail.Simulator.Twiml;

/// <summary>URLs are signed as they are written, so resolving one must not rewrite its host.</summary>
internal static class UrlReference
{
    public static string Resolve(string baseUrl, string reference)
    {
        if (Uri.TryCreate(reference, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https")
        {
            return reference;
        }

        if (reference.StartsWith('/') && !reference.StartsWith("//", StringComparison.Ordinal))
        {
            return Origin(baseUrl) + reference;
        }

        var resolved = new Uri(new Uri(baseUrl), reference);
        return Origin(baseUrl) + resolved.PathAndQuery + resolved.Fragment;
    }

    /// <summary>Scheme and authority, as written.</summary>
    public static string Origin(string url)
    {
        var authority = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = url.IndexOfAny(['/', '?', '#'], authority);
        return end < 0 ? url : url[..end];
    }

    public static string WithoutFragment(string url)
    {
        var fragment = url.IndexOf('#', StringComparison.Ordinal);
        return fragment < 0 ? url : url[..fragment];
    }
}
