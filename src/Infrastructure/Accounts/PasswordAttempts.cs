using MaskedVoicemail.Application.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>
/// Compares passwords, a limited number of times. Each attempt is counted by one conditional statement before the password is looked at:
/// Identity counts afterwards, so that attempts made at the same moment would count as one.
/// </summary>
internal sealed class PasswordAttempts(
    AppDbContext db, UserManager<ApplicationUser> users, IPasswordHasher<ApplicationUser> hasher, NobodysAttempts nobodys, TimeProvider clock)
{
    private static readonly ApplicationUser Nobody = new();

    private LockoutOptions Lockout => users.Options.Lockout;

    public async Task<Result> CheckAsync(ApplicationUser user, string password, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (user.LockoutEnd > now + Lockout.DefaultLockoutTimeSpan)
        {
            return await CheckLockedAsync(user, password, cancellationToken);
        }

        if (!await CountAsync(user, now, cancellationToken))
        {
            return AccountErrors.Paused;
        }

        if (await users.CheckPasswordAsync(user, password))
        {
            await ForgetAsync(user, cancellationToken);
            return Result.Success;
        }

        return await db.Users.AnyAsync(row => row.Id == user.Id && row.LockoutEnd > now, cancellationToken) ? AccountErrors.Paused : AccountErrors.WrongCredentials;
    }

    /// <summary>An address without an account: takes as long and says the same.</summary>
    public async Task<Result> CheckNobodysAsync(string email, string password, CancellationToken cancellationToken)
    {
        if (!await nobodys.CountAsync(users.NormalizeEmail(email), cancellationToken))
        {
            return AccountErrors.Paused;
        }

        hasher.HashPassword(Nobody, password);
        return AccountErrors.WrongCredentials;
    }

    /// <summary>Ends a pause. An administrator's lock stays.</summary>
    public Task ForgetAsync(ApplicationUser user, CancellationToken cancellationToken)
    {
        var longestPause = clock.GetUtcNow() + Lockout.DefaultLockoutTimeSpan;
        return db.Users
            .Where(row => row.Id == user.Id && (row.LockoutEnd == null || row.LockoutEnd <= longestPause))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.AccessFailedCount, 0).SetProperty(row => row.LockoutEnd, (DateTimeOffset?)null), cancellationToken);
    }

    /// <returns>False while attempts are paused.</returns>
    private async Task<bool> CountAsync(ApplicationUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = Lockout.MaxFailedAccessAttempts - 1;
        DateTimeOffset? until = now + Lockout.DefaultLockoutTimeSpan;
        var counted = await db.Users
            .Where(row => row.Id == user.Id && (row.LockoutEnd == null || row.LockoutEnd <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.LockoutEnd, row => row.AccessFailedCount >= last ? until : row.LockoutEnd)
                    .SetProperty(row => row.AccessFailedCount, row => row.AccessFailedCount >= last ? 0 : row.AccessFailedCount + 1),
                cancellationToken);
        return counted == 1;
    }

    /// <summary>Locked by an administrator, which is told only to somebody who knows the password.</summary>
    private async Task<Result> CheckLockedAsync(ApplicationUser user, string password, CancellationToken cancellationToken)
    {
        if (!await nobodys.CountAsync(user.NormalizedEmail!, cancellationToken))
        {
            return AccountErrors.Paused;
        }

        return await users.CheckPasswordAsync(user, password) ? AccountErrors.Locked : AccountErrors.WrongCredentials;
    }
}
