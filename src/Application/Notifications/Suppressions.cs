using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Notifications;

/// <summary>The addresses to which nothing is sent at present.</summary>
public static class Suppressions
{
    public static IQueryable<SuppressedAddress> InForce(this IQueryable<SuppressedAddress> addresses) => addresses.Where(row => row.LiftedAt == null);

    /// <summary>Where a subscriber's mail goes, as suppressed addresses are written.</summary>
    internal static IQueryable<string> AddressesOf(this IAppDbContext db, SubscriberId owner)
    {
#pragma warning disable CA1304, CA1311, MA0011 // Translated to SQL, which has no cultures.
        return db.Subscribers.Where(row => row.Id == owner).Select(row => row.Email.ToLower())
            .Concat(db.MaskedNumbers
                .Where(row => row.OwnerId == owner && row.ReleasedAt == null && row.Forwarding.EmailForVoicemail != null)
                .Select(row => row.Forwarding.EmailForVoicemail!.ToLower()));
#pragma warning restore CA1304, CA1311, MA0011
    }

    public static Task<bool> IsSuppressedAsync(this IAppDbContext db, string address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var normalized = SuppressedAddress.Normalize(address);
        return db.SuppressedAddresses.InForce().AnyAsync(row => row.Address == normalized, cancellationToken);
    }
}
