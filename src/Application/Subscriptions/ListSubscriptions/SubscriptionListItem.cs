using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Application.Subscriptions.ListSubscriptions;

/// <param name="Numbers">How many numbers share it; none after they were released or moved.</param>
public sealed record SubscriptionListItem(
    SubscriptionId Id, string OwnerEmail, string PlanName, SubscriptionStatus Status, int Numbers, Quota Forwarding, Quota Voicemails);
