using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Subscriptions.ChangePlan;

internal sealed class ChangePlanCommandHandler(IAppDbContext db) : IRequestHandler<ChangePlanCommand, Result>
{
    public async Task<Result> Handle(ChangePlanCommand request, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.SingleOrDefaultAsync(row => row.Id == request.PlanId, cancellationToken);
        if (plan is null)
        {
            return PlanErrors.NotFound;
        }

        plan.Change(request.Name!.Trim(), request.ForwardingQuota!.Value, request.VoicemailQuota!.Value);
        return await db.SavePlanAsync(plan, cancellationToken);
    }
}
