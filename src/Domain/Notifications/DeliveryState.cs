namespace MaskedVoicemail.Domain.Notifications;

/// <summary>
/// What became of a mail after the provider had taken it. The order is the rank: reports come in any order and repeatedly, and a later
/// state is never overwritten by an earlier one. A mail server may accept a mail and return it afterwards, so a return outranks a delivery.
/// </summary>
public enum DeliveryState
{
    /// <summary>Nothing was reported: it is on its way, or the provider reports nothing.</summary>
    Unknown,

    /// <summary>The recipient's server wants it later; the provider tries on.</summary>
    Deferred,

    /// <summary>The recipient's server has it.</summary>
    Delivered,

    /// <summary>The provider did not even try.</summary>
    Dropped,

    /// <summary>The recipient's server refused it.</summary>
    Bounced,

    /// <summary>It arrived, and was marked as spam there.</summary>
    SpamReported,
}
