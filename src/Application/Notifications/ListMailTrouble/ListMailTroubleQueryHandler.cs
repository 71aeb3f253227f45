using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Notifications;
using MaskedVoicemail.Domain.Numbers;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Notifications.ListMailTrouble;

internal sealed class ListMailTroubleQueryHandler(IAppDbContext db) : IRequestHandler<ListMailTroubleQuery, IReadOnlyList<MailTrouble>>
{
    public async Task<IReadOnlyList<MailTrouble>> Handle(ListMailTroubleQuery request, CancellationToken cancellationToken)
    {
        var subscriber = db.Subscribers.Where(row => row.Id == request.Owner);
        var numbers = db.MaskedNumbers.Where(row => row.OwnerId == request.Owner && row.ReleasedAt == null);
        var own = db.AddressesOf(request.Owner);
        var suppressed = await db.SuppressedAddresses.InForce().AsNoTracking()
            .Where(row => own.Contains(row.Address))
            .OrderBy(row => row.Address)
            .ToListAsync(cancellationToken);
        if (suppressed.Count == 0)
        {
            return [];
        }

        var account = SuppressedAddress.Normalize(await subscriber.Select(row => row.Email).SingleAsync(cancellationToken));
        var announced = await numbers.OrderBy(row => row.Id).Select(row => new { row.Id, row.Forwarding.EmailForVoicemail }).ToListAsync(cancellationToken);
        return suppressed.ConvertAll(row => new MailTrouble(
            row.Address,
            row.Reason,
            row.Address == account,
            announced.Find(number => SuppressedAddress.Normalize(number.EmailForVoicemail ?? account) == row.Address)?.Id));
    }
}
