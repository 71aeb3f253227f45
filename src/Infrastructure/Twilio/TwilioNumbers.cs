using MaskedVoicemail.Application.Numbers;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Infrastructure.Twilio;

/// <summary>Twilio's resource IncomingPhoneNumbers. https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource</summary>
internal sealed class TwilioNumbers(TwilioRestClient twilio) : ITwilioNumbers
{
    public async Task<string?> FindAsync(PhoneNumber number, CancellationToken cancellationToken)
    {
        // Twilio also finds numbers of which this one is a part.
        var page = await twilio.GetAsync(
            $"/IncomingPhoneNumbers.json?PhoneNumber={Uri.EscapeDataString(number.E164)}", TwilioJson.Default.NumberPage, cancellationToken);
        return page?.IncomingPhoneNumbers?.FirstOrDefault(found => found.PhoneNumber == number.E164)?.Sid;
    }

    public async Task ConfigureAsync(string numberSid, NumberAddresses addresses, CancellationToken cancellationToken)
    {
        using var deadline = twilio.Deadline();
        using var form = new FormUrlEncodedContent(
        [
            new("VoiceUrl", addresses.Voice),
            new("VoiceMethod", "POST"),
            new("VoiceFallbackUrl", addresses.VoiceFallback),
            new("VoiceFallbackMethod", "POST"),
            new("StatusCallback", addresses.CallStatus),
            new("StatusCallbackMethod", "POST"),
            new("SmsUrl", addresses.Messaging),
            new("SmsMethod", "POST"),

            // Any of these would go before the addresses.
            new("VoiceApplicationSid", ""),
            new("SmsApplicationSid", ""),
            new("TrunkSid", ""),
        ]);
        using var response = await twilio.SendAsync(
            HttpMethod.Post, $"/IncomingPhoneNumbers/{TwilioSid.Require("PN", numberSid)}.json", deadline.Token, cancellationToken, form);
        twilio.RequireSuccess(response);
    }
}
