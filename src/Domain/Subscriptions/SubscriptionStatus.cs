namespace MaskedVoicemail.Domain.Subscriptions;

public enum SubscriptionStatus
{
    Active,

    /// <summary>Callers hear that the number can't be reached; nothing is forwarded or recorded.</summary>
    Inactive,
}
