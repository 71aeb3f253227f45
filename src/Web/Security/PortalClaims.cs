namespace MaskedVoicemail.Web.Security;

/// <summary>What the sign-in cookie says beside who one is, in OpenID Connect's names.</summary>
public static class PortalClaims
{
    /// <summary>The account's language, <c>en</c> or <c>zh-CN</c>.</summary>
    public const string Language = "locale";

    /// <summary>The account's time zone as an IANA name.</summary>
    public const string TimeZone = "zoneinfo";
}
