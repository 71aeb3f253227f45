using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Application.Subscriptions.GetUsage;

/// <param name="Numbers">The numbers that share it.</param>
/// <param name="SealedVoicemails">Messages that wait for quota.</param>
/// <param name="Days">Each day of the period until today, oldest first.</param>
public sealed record SubscriptionUsage(
    SubscriptionId Id,
    string PlanName,
    SubscriptionStatus Status,
    DateTimeOffset PeriodStart,
    DateTimeOffset PeriodEnd,
    Quota Forwarding,
    Quota Voicemails,
    IReadOnlyList<PhoneNumber> Numbers,
    int SealedVoicemails,
    IReadOnlyList<DayUsage> Days);
