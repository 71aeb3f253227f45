using MaskedVoicemail.Application.Common;

namespace MaskedVoicemail.Web.Features.Admin.Numbers;

/// <summary>What is entered at Twilio, in the number's configuration.</summary>
public sealed class TwilioUrls(PublicAddress address)
{
    public string Voice => address.UrlOf("/webhook/voice");

    public string VoiceFallback => address.UrlOf("/webhook/voice-fallback");

    public string CallStatus => address.UrlOf("/webhook/call-status");

    public string Messaging => address.UrlOf("/webhook/sms");
}
