using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Application.Numbers.GetNumber;

/// <param name="Target">The owner's phone; show it masked, an administrator need not know it.</param>
public sealed record NumberDetails(
    MaskedNumberId Id,
    PhoneNumber Number,
    string OwnerEmail,
    DateTimeOffset AssignedAt,
    Language Language,
    bool IsForwarded,
    PhoneNumber? Target,
    Guid Version,
    SubscriptionId SubscriptionId,
    SubscriptionStatus Status,
    string PlanName,
    Quota Forwarding,
    Quota Voicemails);
