namespace MaskedVoicemail.Domain.Calls;

public enum CallerKind
{
    PhoneNumber,

    /// <summary>The caller hides their number, or the network has none.</summary>
    Withheld,

    /// <summary>A SIP address.</summary>
    Sip,

    /// <summary>A Twilio Voice SDK client.</summary>
    Client,

    /// <summary>A caller ID that is none of these, such as a short code.</summary>
    Other,
}
