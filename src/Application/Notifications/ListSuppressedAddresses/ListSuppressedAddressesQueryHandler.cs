using MaskedVoicemail.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Notifications.ListSuppressedAddresses;

internal sealed class ListSuppressedAddressesQueryHandler(IAppDbContext db) : IRequestHandler<ListSuppressedAddressesQuery, SuppressedAddressesPage>
{
    public async Task<SuppressedAddressesPage> Handle(ListSuppressedAddressesQuery request, CancellationToken cancellationToken)
    {
        var page = Math.Clamp(request.Page, 1, int.MaxValue / ListSuppressedAddressesQuery.PageSize);
        var found = await db.SuppressedAddresses.InForce()
            .OrderByDescending(row => row.Since)
            .ThenBy(row => row.Address)
            .Skip((page - 1) * ListSuppressedAddressesQuery.PageSize)
            .Take(ListSuppressedAddressesQuery.PageSize + 1)
            .Select(row => new SuppressedAddressItem(row.Address, row.Reason, row.Since))
            .ToListAsync(cancellationToken);
        return new SuppressedAddressesPage(
            [.. found.Take(ListSuppressedAddressesQuery.PageSize)], page, found.Count > ListSuppressedAddressesQuery.PageSize);
    }
}
