using MaskedVoicemail.Domain.Accounts;
using MediatR;

namespace MaskedVoicemail.Application.Subscriptions.GetUsage;

/// <summary>What a subscriber has used of each subscription in its present period. A period that is over makes room for the present one first.</summary>
/// <param name="OwnerId">The subscriber.</param>
/// <param name="Zone">Whose midnights part the days.</param>
public sealed record GetUsageQuery(SubscriberId OwnerId, TimeZoneInfo Zone) : IRequest<IReadOnlyList<SubscriptionUsage>>;
