using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Application.Subscriptions.GetSubscription;

/// <param name="Numbers">The numbers that share it.</param>
/// <param name="SealedVoicemails">Messages that wait for quota.</param>
public sealed record SubscriptionDetails(
    SubscriptionId Id,
    string OwnerEmail,
    PlanId PlanId,
    string PlanName,
    SubscriptionStatus Status,
    DateTimeOffset PeriodStart,
    DateTimeOffset PeriodEnd,
    Quota Forwarding,
    Quota Voicemails,
    IReadOnlyList<PhoneNumber> Numbers,
    int SealedVoicemails);
