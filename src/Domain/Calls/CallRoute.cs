namespace MaskedVoicemail.Domain.Calls;

/// <summary>Where a call was sent when it came in, and why.</summary>
public enum CallRoute
{
    /// <summary>To the owner's phone; a unit of the forwarding quota was reserved.</summary>
    Forward,

    /// <summary>Nowhere: the number's subscription is not active.</summary>
    SubscriptionInactive,

    /// <summary>To voicemail: the owner switched forwarding off.</summary>
    ForwardingOff,

    /// <summary>To voicemail: no phone to forward to is set.</summary>
    NoTarget,

    /// <summary>To voicemail: forwarding would ring the caller, come back here, or ring another masked number.</summary>
    Loop,

    /// <summary>To voicemail: this period's forwarding quota is used up.</summary>
    QuotaUsedUp,

    /// <summary>To voicemail: the database could not be asked. Such a call is entered afterwards.</summary>
    Emergency,
}
