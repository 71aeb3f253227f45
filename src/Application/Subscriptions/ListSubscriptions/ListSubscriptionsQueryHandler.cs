using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Subscriptions.ListSubscriptions;

internal sealed class ListSubscriptionsQueryHandler(IAppDbContext db, TimeProvider clock) : IRequestHandler<ListSubscriptionsQuery, SubscriptionsPage>
{
    public async Task<SubscriptionsPage> Handle(ListSubscriptionsQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var page = Math.Clamp(request.Page, 1, int.MaxValue / ListSubscriptionsQuery.PageSize);
        var rows = await (
            from subscription in Matching(request, now)
            join owner in db.Subscribers on subscription.OwnerId equals owner.Id
            join plan in db.Plans on subscription.PlanId equals plan.Id
            orderby subscription.Id descending
            select new
            {
                Subscription = subscription,
                owner.Email,
                Plan = plan.Name,
                Numbers = db.MaskedNumbers.Count(number =>
                    number.OwnerId == subscription.OwnerId && number.SubscriptionId == subscription.Id && number.ReleasedAt == null),
            })
            .AsNoTracking()
            .Skip((page - 1) * ListSubscriptionsQuery.PageSize)
            .Take(ListSubscriptionsQuery.PageSize + 1)
            .ToListAsync(cancellationToken);
        var items = rows.Take(ListSubscriptionsQuery.PageSize).Select(row => new SubscriptionListItem(
            row.Subscription.Id,
            row.Email,
            row.Plan,
            row.Subscription.Status,
            row.Numbers,
            row.Subscription.ForwardingAt(now),
            row.Subscription.VoicemailsAt(now)));
        return new SubscriptionsPage([.. items], page, rows.Count > ListSubscriptionsQuery.PageSize);
    }

    private IQueryable<Subscription> Matching(ListSubscriptionsQuery request, DateTimeOffset now)
    {
        var subscriptions = request.OnlyNearLimit ? db.Subscriptions.NearLimit(now) : db.Subscriptions;
        return request.Search is { } search && !string.IsNullOrWhiteSpace(search)
            ? subscriptions.Where(subscription => db.Subscribers.WithEmailLike(search).Any(owner => owner.Id == subscription.OwnerId))
            : subscriptions;
    }
}
