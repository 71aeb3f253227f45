using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Subscriptions.TakePlan;

internal sealed class TakePlanCommandHandler(IAppDbContext db, TimeProvider clock) : IRequestHandler<TakePlanCommand, Result>
{
    public async Task<Result> Handle(TakePlanCommand request, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.SingleOrDefaultAsync(row => row.Id == request.PlanId, cancellationToken);
        return plan is null
            ? SubscriptionErrors.PlanNotFound
            : await db.ChangeQuotasAsync(request.SubscriptionId, subscription => subscription.TakePlan(plan), clock.GetUtcNow(), cancellationToken);
    }
}
