using System.Linq.Expressions;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>The sign-in accounts as administrators see them. A page takes a fixed number of queries.</summary>
public sealed class AccountDirectory(AppDbContext db, ILookupNormalizer normalizer)
{
    public const int PageSize = 20;

    /// <summary>Newest first.</summary>
    /// <param name="search">A part of the e-mail address; empty for all.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<AccountsPage> ListAsync(string? search, int page, CancellationToken cancellationToken)
    {
        page = Math.Clamp(page, 1, int.MaxValue / PageSize);
        var users = db.Users.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(search))
        {
            var part = normalizer.NormalizeEmail(search.Trim());
            users = users.Where(user => user.NormalizedEmail!.Contains(part));
        }

        var found = await users.OrderByDescending(user => user.Id).Skip((page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
        var items = await DescribeAsync([.. found.Take(PageSize)], cancellationToken);
        return new AccountsPage(items, page, found.Count > PageSize);
    }

    public async Task<AccountListItem?> FindAsync(SubscriberId id, CancellationToken cancellationToken)
    {
        var found = await db.Users.AsNoTracking().Where(user => user.Id == id.Value).ToListAsync(cancellationToken);
        return (await DescribeAsync(found, cancellationToken)).SingleOrDefault();
    }

    private async Task<IReadOnlyList<AccountListItem>> DescribeAsync(List<ApplicationUser> users, CancellationToken cancellationToken)
    {
        var ids = users.ConvertAll(user => user.Id);
        var owners = ids.ConvertAll(id => new SubscriberId(id));
        var administrators = await db.UserRoles
            .Where(IsAdministrator(db))
            .Where(grant => ids.Contains(grant.UserId))
            .Select(grant => grant.UserId)
            .ToListAsync(cancellationToken);
        var numbers = await db.MaskedNumbers
            .Where(number => owners.Contains(number.OwnerId) && number.ReleasedAt == null)
            .GroupBy(number => number.OwnerId)
            .Select(own => new { Owner = own.Key, Count = own.Count() })
            .ToDictionaryAsync(own => own.Owner, own => own.Count, cancellationToken);
        var since = await db.Subscribers
            .Where(subscriber => owners.Contains(subscriber.Id))
            .Select(subscriber => new { subscriber.Id, subscriber.CreatedAt })
            .ToDictionaryAsync(subscriber => subscriber.Id, subscriber => subscriber.CreatedAt, cancellationToken);
        return users.ConvertAll(user =>
        {
            var owner = new SubscriberId(user.Id);
            return new AccountListItem(
                owner,
                user.Email!,
                administrators.Contains(user.Id),
                user.EmailConfirmed,
                user.LockoutEnd,
                numbers.GetValueOrDefault(owner),
                since.TryGetValue(owner, out var createdAt) ? createdAt : null);
        });
    }

    internal static Expression<Func<IdentityUserRole<Guid>, bool>> IsAdministrator(AppDbContext db) =>
        grant => db.Roles.Any(role => role.Id == grant.RoleId && role.Name == ApplicationRole.Administrator);
}
