using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Numbers;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>Reads everybody's numbers, which no page of the portal may: it is registered for the simulated line alone.</summary>
public sealed class CallableNumbers(IAppDbContext db)
{
    /// <summary>Any other number can be typed.</summary>
    private const int Shown = 12;

    /// <returns>The oldest ones, which a demonstration begins with.</returns>
    public async Task<IReadOnlyList<CallableNumber>> ListAsync(CancellationToken cancellationToken) =>
        await Read(db.MaskedNumbers.OrderBy(number => number.CreatedAt).ThenBy(number => number.Id).Take(Shown)).ToListAsync(cancellationToken);

    public async Task<CallableNumber?> FindAsync(string e164, CancellationToken cancellationToken) =>
        PhoneNumber.TryParse(e164, out var wanted)
            ? await Read(db.MaskedNumbers.Where(number => number.Number == wanted)).FirstOrDefaultAsync(cancellationToken)
            : null;

    private IQueryable<CallableNumber> Read(IQueryable<MaskedNumber> numbers) =>
        from number in numbers.AsNoTracking()
        join owner in db.Subscribers on number.OwnerId equals owner.Id
        join subscription in db.Subscriptions on number.SubscriptionId equals subscription.Id
        select new CallableNumber(number.Number, owner.Email, number.Forwarding, subscription.Status);
}
