using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;

namespace MaskedVoicemail.Application.Subscriptions.TakePlan;

/// <summary>Moves a subscription to a plan, with the plan's quotas. What was used stays used; sealed messages open as far as the new quota goes.</summary>
public sealed record TakePlanCommand(SubscriptionId SubscriptionId, PlanId PlanId) : IRequest<Result>;
