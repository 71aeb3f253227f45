using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Application.Subscriptions.GetUsage;

internal readonly record struct SubscriptionEvent(SubscriptionId Subscription, DateTimeOffset At);
