using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Numbers;
using MaskedVoicemail.Web.Webhooks;

namespace MaskedVoicemail.Web.Features.Admin.Numbers;

/// <summary>What is entered at Twilio, in the number's configuration.</summary>
public sealed class TwilioUrls(PublicAddress address)
{
    public string Voice => address.RetriedUrlOf("/webhook/voice");

    public string VoiceFallback => address.RetriedUrlOf("/webhook/voice-fallback");

    public string CallStatus => address.InsistentUrlOf("/webhook/call-status");

    public string Messaging => address.RetriedUrlOf("/webhook/sms");

    public NumberAddresses ToAddresses() => new(Voice, VoiceFallback, CallStatus, Messaging);
}
