using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Application.Numbers;

/// <summary>The numbers that the Twilio account owns.</summary>
public interface ITwilioNumbers
{
    /// <returns>Twilio's name for the number (<c>PN…</c>); null where the account does not own it.</returns>
    /// <exception cref="PartnerException">Twilio could not or would not tell.</exception>
    Task<string?> FindAsync(PhoneNumber number, CancellationToken cancellationToken);

    /// <summary>Sends what happens to a number to these addresses, in place of any application or trunk. Safe to repeat.</summary>
    /// <exception cref="PartnerException">Twilio could not or would not do it.</exception>
    Task ConfigureAsync(string numberSid, NumberAddresses addresses, CancellationToken cancellationToken);
}
