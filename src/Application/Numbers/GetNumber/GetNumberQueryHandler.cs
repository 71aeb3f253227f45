using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Numbers.GetNumber;

internal sealed class GetNumberQueryHandler(IAppDbContext db, TimeProvider clock) : IRequestHandler<GetNumberQuery, Result<NumberDetails>>
{
    public async Task<Result<NumberDetails>> Handle(GetNumberQuery request, CancellationToken cancellationToken)
    {
        var found = await (
            from number in db.MaskedNumbers.InService()
            join owner in db.Subscribers on number.OwnerId equals owner.Id
            join subscription in db.Subscriptions on number.SubscriptionId equals subscription.Id
            join plan in db.Plans on subscription.PlanId equals plan.Id
            where number.Id == request.NumberId
            select new { Number = number, owner.Email, Subscription = subscription, Plan = plan.Name })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return NumberErrors.NotFound;
        }

        var (masked, subscribed, now) = (found.Number, found.Subscription, clock.GetUtcNow());
        return new NumberDetails(
            masked.Id,
            masked.Number,
            found.Email,
            masked.CreatedAt,
            masked.Forwarding.Language,
            masked.Forwarding.IsEnabled,
            masked.Forwarding.Target,
            masked.Version,
            subscribed.Id,
            subscribed.Status,
            found.Plan,
            subscribed.ForwardingAt(now),
            subscribed.VoicemailsAt(now));
    }
}
