using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;

namespace MaskedVoicemail.Application.Subscriptions.DeletePlan;

/// <summary>Removes a plan that no subscription uses. Safe to repeat.</summary>
public sealed record DeletePlanCommand(PlanId PlanId) : IRequest<Result>;
