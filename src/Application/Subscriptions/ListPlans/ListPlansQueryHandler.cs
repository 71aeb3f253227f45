using MaskedVoicemail.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Subscriptions.ListPlans;

internal sealed class ListPlansQueryHandler(IAppDbContext db) : IRequestHandler<ListPlansQuery, IReadOnlyList<PlanItem>>
{
    public async Task<IReadOnlyList<PlanItem>> Handle(ListPlansQuery request, CancellationToken cancellationToken) =>
        await db.Plans.AsNoTracking()
            .OrderBy(plan => plan.Name)
            .Select(plan => new PlanItem(
                plan.Id,
                plan.Name,
                plan.ForwardingQuota,
                plan.VoicemailQuota,
                db.Subscriptions.Count(subscription => subscription.PlanId == plan.Id)))
            .ToListAsync(cancellationToken);
}
