using MaskedVoicemail.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Numbers.ListOwnNumbers;

internal sealed class ListOwnNumbersQueryHandler(IAppDbContext db) : IRequestHandler<ListOwnNumbersQuery, IReadOnlyList<OwnNumber>>
{
    public async Task<IReadOnlyList<OwnNumber>> Handle(ListOwnNumbersQuery request, CancellationToken cancellationToken) =>
        await db.MaskedNumbers.AsNoTracking().InService()
            .Where(number => number.OwnerId == request.OwnerId)
            .OrderBy(number => number.Id)
            .Select(number => new OwnNumber(number.Id, number.Number, number.Forwarding.IsEnabled, number.Forwarding.Target))
            .ToListAsync(cancellationToken);
}
