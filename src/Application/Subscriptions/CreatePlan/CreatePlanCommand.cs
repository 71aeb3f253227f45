using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;

namespace MaskedVoicemail.Application.Subscriptions.CreatePlan;

/// <summary>A new plan.</summary>
public sealed record CreatePlanCommand(string? Name, int? ForwardingQuota, int? VoicemailQuota) : IRequest<Result<PlanId>>;
