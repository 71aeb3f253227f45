using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;

namespace MaskedVoicemail.Application.Subscriptions.ChangePlan;

/// <summary>Changes a plan. Subscriptions keep the quotas that they took from it.</summary>
public sealed record ChangePlanCommand(PlanId PlanId, string? Name, int? ForwardingQuota, int? VoicemailQuota) : IRequest<Result>;
