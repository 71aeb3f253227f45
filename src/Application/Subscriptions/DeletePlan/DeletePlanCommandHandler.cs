using System.Data.Common;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Subscriptions.DeletePlan;

internal sealed class DeletePlanCommandHandler(IAppDbContext db) : IRequestHandler<DeletePlanCommand, Result>
{
    public async Task<Result> Handle(DeletePlanCommand request, CancellationToken cancellationToken)
    {
        try
        {
            await db.Plans.Where(plan => plan.Id == request.PlanId && !db.Subscriptions.Any(row => row.PlanId == plan.Id))
                .ExecuteDeleteAsync(cancellationToken);
        }
        catch (DbException)
        {
            // A subscription took the plan at the same moment, and the foreign key kept it.
            if (!await db.Subscriptions.AnyAsync(row => row.PlanId == request.PlanId, cancellationToken))
            {
                throw;
            }
        }

        return await db.Plans.AnyAsync(plan => plan.Id == request.PlanId, cancellationToken) ? SubscriptionErrors.PlanInUse : Result.Success;
    }
}
