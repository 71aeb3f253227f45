using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;

namespace MaskedVoicemail.Application.Subscriptions.StartNewPeriod;

/// <summary>Starts a subscription's present period if its last one is over, and opens sealed messages. Safe to repeat.</summary>
public sealed record StartNewPeriodCommand(SubscriptionId SubscriptionId) : IRequest<Result>;
