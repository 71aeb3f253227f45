using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Subscriptions.GetSubscription;

internal sealed class GetSubscriptionQueryHandler(IAppDbContext db, TimeProvider clock)
    : IRequestHandler<GetSubscriptionQuery, Result<SubscriptionDetails>>
{
    public async Task<Result<SubscriptionDetails>> Handle(GetSubscriptionQuery request, CancellationToken cancellationToken)
    {
        var found = await (
            from row in db.Subscriptions
            join owner in db.Subscribers on row.OwnerId equals owner.Id
            join plan in db.Plans on row.PlanId equals plan.Id
            where row.Id == request.SubscriptionId
            select new { Subscription = row, owner.Email, Plan = plan.Name })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return SubscriptionErrors.NotFound;
        }

        var (subscription, now) = (found.Subscription, clock.GetUtcNow());
        var numbers = await db.MaskedNumbers
            .Where(number => number.OwnerId == subscription.OwnerId && number.SubscriptionId == subscription.Id && number.ReleasedAt == null)
            .OrderBy(number => number.Id)
            .Select(number => number.Number)
            .ToListAsync(cancellationToken);
        var waiting = await db.Voicemails
            .CountAsync(voicemail => voicemail.OwnerId == subscription.OwnerId && voicemail.SubscriptionId == subscription.Id && voicemail.IsSealed && voicemail.DeletedAt == null, cancellationToken);
        var (start, end) = subscription.PeriodAt(now);
        return new SubscriptionDetails(
            subscription.Id,
            found.Email,
            subscription.PlanId,
            found.Plan,
            subscription.Status,
            start,
            end,
            subscription.ForwardingAt(now),
            subscription.VoicemailsAt(now),
            numbers,
            waiting);
    }
}
