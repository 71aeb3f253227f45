using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Numbers.ListNumbers;

internal sealed class ListNumbersQueryHandler(IAppDbContext db, TimeProvider clock) : IRequestHandler<ListNumbersQuery, NumbersPage>
{
    public async Task<NumbersPage> Handle(ListNumbersQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var page = Math.Clamp(request.Page, 1, int.MaxValue / ListNumbersQuery.PageSize);
        var rows = await (
            from number in Matching(request.Search)
            join owner in db.Subscribers on number.OwnerId equals owner.Id
            join subscription in db.Subscriptions on number.SubscriptionId equals subscription.Id
            join plan in db.Plans on subscription.PlanId equals plan.Id
            orderby number.Id descending
            select new
            {
                number.Id,
                number.Number,
                owner.Email,
                Plan = plan.Name,
                Subscription = subscription,
                LastCallAt = db.Calls
                    .Where(call => call.OwnerId == number.OwnerId && call.NumberId == number.Id)
                    .Max(call => (DateTimeOffset?)call.StartedAt),
            })
            .AsNoTracking()
            .Skip((page - 1) * ListNumbersQuery.PageSize)
            .Take(ListNumbersQuery.PageSize + 1)
            .ToListAsync(cancellationToken);
        var items = rows.Take(ListNumbersQuery.PageSize).Select(row => new NumberListItem(
            row.Id,
            row.Number,
            row.Email,
            row.Plan,
            row.Subscription.Status,
            row.Subscription.ForwardingAt(now),
            row.Subscription.VoicemailsAt(now),
            row.LastCallAt));
        return new NumbersPage([.. items], page, rows.Count > ListNumbersQuery.PageSize);
    }

    private IQueryable<MaskedNumber> Matching(string? search)
    {
        var numbers = db.MaskedNumbers.InService();
        if (string.IsNullOrWhiteSpace(search))
        {
            return numbers;
        }

        var digits = string.Concat(search.Where(char.IsAsciiDigit));
        if (digits.Length > 0 && search.All(character => !char.IsLetter(character) && character is not '@'))
        {
            // The column is text; the cast tells EF Core so, past the conversion.
            return numbers.Where(number => ((string)(object)number.Number).Contains(digits));
        }

        return numbers.Where(number => db.Subscribers.WithEmailLike(search).Any(owner => owner.Id == number.OwnerId));
    }
}
