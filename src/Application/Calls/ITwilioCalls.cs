using MaskedVoicemail.Application.Common;

namespace MaskedVoicemail.Application.Calls;

/// <summary>Calls as Twilio keeps them; asked only about what its reports have left open.</summary>
public interface ITwilioCalls
{
    /// <returns>Null where Twilio knows of no such call.</returns>
    /// <exception cref="PartnerException">Twilio could not or would not tell.</exception>
    Task<TwilioCall?> FindAsync(string callSid, CancellationToken cancellationToken);

    /// <summary>The phones that rang for a call.</summary>
    /// <exception cref="PartnerException">Twilio could not or would not tell.</exception>
    Task<IReadOnlyList<TwilioCall>> ListLegsAsync(string parentCallSid, CancellationToken cancellationToken);
}
