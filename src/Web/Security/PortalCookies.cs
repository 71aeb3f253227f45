using MaskedVoicemail.Application.Common;

namespace MaskedVoicemail.Web.Security;

/// <summary>
/// Names and policy of the portal's cookies: bound to this host and to https (<c>__Host-</c>) wherever people reach the portal by https.
/// Browsers refuse that prefix over http, which only development uses.
/// </summary>
public sealed class PortalCookies
{
    private readonly bool _https;

    public PortalCookies(PublicAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        _https = address.IsHttps;
    }

    public void Apply(CookieBuilder cookie, string name)
    {
        ArgumentNullException.ThrowIfNull(cookie);
        cookie.Name = (_https ? "__Host-mv-" : "mv-") + name;
        cookie.SecurePolicy = _https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.HttpOnly = true;
        // Not Strict: links in our e-mails must find the reader signed in.
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
        cookie.IsEssential = true;
    }
}
