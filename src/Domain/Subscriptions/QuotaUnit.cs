namespace MaskedVoicemail.Domain.Subscriptions;

/// <summary>What became of the unit of quota that a call or a voicemail needs.</summary>
public enum QuotaUnit
{
    /// <summary>None was taken.</summary>
    None,

    /// <summary>Taken when the call was accepted; the outcome decides.</summary>
    Reserved,

    /// <summary>Used for good.</summary>
    Charged,

    /// <summary>Taken and given back.</summary>
    Returned,
}
