using MaskedVoicemail.Application.Subscriptions.ListPlans;

namespace MaskedVoicemail.Web.Features.Admin.Plans;

/// <param name="Form">What the fields hold.</param>
/// <param name="Plan">The plan as it is, or null for a new one.</param>
public sealed record PlanViewModel(PlanForm Form, PlanItem? Plan)
{
    public const string Path = "/admin/quotas/plans";

    public string FormUrl => Plan is null ? $"{Path}/new" : $"{Path}/{Plan.Id}";
}
