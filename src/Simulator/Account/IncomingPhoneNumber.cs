namespace MaskedVoicemail.Simulator.Account;

/// <summary>A number of the account and where its webhooks go.</summary>
public sealed class IncomingPhoneNumber
{
    public string Sid { get; init; } = Account.Sid.New("PN");

    public required string PhoneNumber { get; init; }

    public required DateTimeOffset DateCreated { get; init; }

    public string FriendlyName { get; set; } = "";

    /// <summary>Empty: the number is out of service.</summary>
    public string VoiceUrl { get; set; } = "";

    public string VoiceMethod { get; set; } = "POST";

    public string VoiceFallbackUrl { get; set; } = "";

    public string VoiceFallbackMethod { get; set; } = "POST";

    public string StatusCallback { get; set; } = "";

    public string StatusCallbackMethod { get; set; } = "POST";

    public string SmsUrl { get; set; } = "";

    public string SmsMethod { get; set; } = "POST";

    public string SmsFallbackUrl { get; set; } = "";

    public string SmsFallbackMethod { get; set; } = "POST";

    /// <summary>Whether <c>CallerName</c> is looked up and sent.</summary>
    public bool VoiceCallerIdLookup { get; set; } = true;
}
