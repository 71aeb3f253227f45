using MediatR;

namespace MaskedVoicemail.Application.Subscriptions.ListPlans;

/// <summary>All plans by name. They are few: an administrator thinks each of them up.</summary>
public sealed record ListPlansQuery : IRequest<IReadOnlyList<PlanItem>>;
