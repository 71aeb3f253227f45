using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Application.Numbers.ListNumbers;

public sealed record NumberListItem(
    MaskedNumberId Id,
    PhoneNumber Number,
    string OwnerEmail,
    string PlanName,
    SubscriptionStatus Status,
    Quota Forwarding,
    Quota Voicemails,
    DateTimeOffset? LastCallAt);
