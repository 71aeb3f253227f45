using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Subscriptions;

internal static class SavingPlans
{
    /// <summary>Saves a plan unless another one has its name; the unique index has the last word.</summary>
    public static async Task<Result> SavePlanAsync(this IAppDbContext db, Plan plan, CancellationToken cancellationToken)
    {
        if (await db.IsNameTakenAsync(plan, cancellationToken))
        {
            return SubscriptionErrors.PlanNameTaken;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
        catch (UniqueViolationException)
        {
            return SubscriptionErrors.PlanNameTaken;
        }
    }

    private static Task<bool> IsNameTakenAsync(this IAppDbContext db, Plan plan, CancellationToken cancellationToken) =>
        db.Plans.AnyAsync(other => other.Name == plan.Name && other.Id != plan.Id, cancellationToken);
}
