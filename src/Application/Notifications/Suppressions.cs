using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Notifications;

/// <summary>The addresses to which nothing is sent at present.</summary>
public static class Suppressions
{
    public static IQueryable<SuppressedAddress> InForce(this IQueryable<SuppressedAddress> addresses) => addresses.Where(row => row.LiftedAt == null);

    public static Task<bool> IsSuppressedAsync(this IAppDbContext db, string address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var normalized = SuppressedAddress.Normalize(address);
        return db.SuppressedAddresses.InForce().AnyAsync(row => row.Address == normalized, cancellationToken);
    }
}
