using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;

namespace MaskedVoicemail.Application.Subscriptions.GetSubscription;

/// <summary>One subscription, for an administrator.</summary>
public sealed record GetSubscriptionQuery(SubscriptionId SubscriptionId) : IRequest<Result<SubscriptionDetails>>;
