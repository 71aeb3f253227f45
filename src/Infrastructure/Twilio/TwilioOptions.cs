namespace MaskedVoicemail.Infrastructure.Twilio;

/// <summary>Bound from <c>Twilio</c>.</summary>
public sealed class TwilioOptions
{
    public const string Section = "Twilio";

    /// <summary><c>AC…</c></summary>
    public string? AccountSid { get; set; }

    /// <summary>Checks signatures, and signs REST requests in where there is no API key.</summary>
    public string? AuthToken { get; set; }

    /// <summary>Accepted for signatures too, while a token is being rotated.</summary>
    public string? SecondaryAuthToken { get; set; }

    /// <summary><c>SK…</c>; used for REST requests instead of the token.</summary>
    public string? ApiKeySid { get; set; }

    public string? ApiKeySecret { get; set; }

    public Uri ApiBaseUrl { get; set; } = new("https://api.twilio.com");
}
