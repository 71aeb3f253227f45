using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Domain.Subscriptions;

public static class SubscriptionErrors
{
    public static readonly Error NotFound = new("subscription.not_found", "There is no such subscription.", ErrorKind.NotFound);

    public static readonly Error PlanNotFound = new("plan.not_found", "Choose a plan.", ErrorKind.Invalid, "PlanId");

    public static readonly Error PlanNameTaken = new("plan.name_taken", "Another plan has this name.", ErrorKind.Conflict, "Name");

    public static readonly Error PlanInUse = new(
        "plan.in_use", "Subscriptions use this plan. Move them to another one first.", ErrorKind.Conflict);
}
