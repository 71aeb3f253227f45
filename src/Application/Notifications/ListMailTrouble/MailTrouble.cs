using MaskedVoicemail.Domain.Notifications;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Application.Notifications.ListMailTrouble;

/// <param name="Address">Where nothing is sent.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsAccountAddress">It is also where links for a new password would go.</param>
/// <param name="NumberId">One of the numbers whose messages are announced there, or null if there is none.</param>
public sealed record MailTrouble(string Address, SuppressionReason Reason, bool IsAccountAddress, MaskedNumberId? NumberId)
{
    /// <summary>
    /// An account's address is known to be its owner's. Any other may be a stranger's who was entered by mistake: where that one has
    /// called our mail spam, the subscriber does not overrule it.
    /// </summary>
    public bool CanSendAgain => IsAccountAddress || Reason is not SuppressionReason.SpamReported;
}
