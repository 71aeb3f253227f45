using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Numbers;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Infrastructure.Twilio;
using Twilio.Rest.Api.V2010.Account;
using HttpMethod = Twilio.Http.HttpMethod;

namespace MaskedVoicemail.Infrastructure.OfficialSdks.Twilio;

/// <summary>Twilio's resource IncomingPhoneNumbers by the SDK.</summary>
internal sealed class SdkNumbers(SdkTwilio twilio) : ITwilioNumbers
{
    public async Task<string?> FindAsync(PhoneNumber number, CancellationToken cancellationToken)
    {
        // Twilio also finds numbers of which this one is a part.
        var found = await twilio.AskAsync(
            client => IncomingPhoneNumberResource.ReadAsync(phoneNumber: new global::Twilio.Types.PhoneNumber(number.E164), client: client), cancellationToken);
        return found?.FirstOrDefault(resource => resource.PhoneNumber?.ToString() == number.E164)?.Sid;
    }

    public async Task ConfigureAsync(string numberSid, NumberAddresses addresses, CancellationToken cancellationToken)
    {
        var options = new UpdateIncomingPhoneNumberOptions(TwilioSid.Require("PN", numberSid))
        {
            VoiceUrl = new Uri(addresses.Voice),
            VoiceMethod = HttpMethod.Post,
            VoiceFallbackUrl = new Uri(addresses.VoiceFallback),
            VoiceFallbackMethod = HttpMethod.Post,
            StatusCallback = new Uri(addresses.CallStatus),
            StatusCallbackMethod = HttpMethod.Post,
            SmsUrl = new Uri(addresses.Messaging),
            SmsMethod = HttpMethod.Post,

            // Any of these would go before the addresses.
            VoiceApplicationSid = "",
            SmsApplicationSid = "",
            TrunkSid = "",
        };
        if (await twilio.AskAsync(client => IncomingPhoneNumberResource.UpdateAsync(options, client), cancellationToken) is null)
        {
            throw new PartnerException("Twilio does not have the number any more.", isPermanent: false);
        }
    }
}
