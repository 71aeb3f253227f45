using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>What administrators do to accounts. Each change ends the account's sessions, so that it holds at once and not at the next sign-in.</summary>
public sealed class AccountAdministration(AppDbContext db, UserManager<ApplicationUser> users, RoleManager<ApplicationRole> roles)
{
    public static readonly Error NotFound = new("account.not_found", "There is no such account.", ErrorKind.NotFound);

    public static readonly Error LastAdministrator = new(
        "account.last_administrator", "This is the last administrator. Make somebody else one first.", ErrorKind.Conflict);

    public static readonly Error OwnAccount = new("account.own", "You can't lock your own account.", ErrorKind.Conflict);

    public static readonly Error NotConfirmed = new(
        "account.not_confirmed", "Only an account with a confirmed e-mail address can become an administrator's.", ErrorKind.Conflict);

    public async Task<Result> MakeAdministratorAsync(SubscriberId id)
    {
        if (await FindAsync(id) is not { } user)
        {
            return NotFound;
        }

        if (!user.EmailConfirmed)
        {
            return NotConfirmed;
        }

        if (!await users.IsInRoleAsync(user, ApplicationRole.Administrator))
        {
            if (!await roles.RoleExistsAsync(ApplicationRole.Administrator))
            {
                Demand(await roles.CreateAsync(new ApplicationRole { Name = ApplicationRole.Administrator }));
            }

            Demand(await users.AddToRoleAsync(user, ApplicationRole.Administrator));
            Demand(await users.UpdateSecurityStampAsync(user));
        }

        return Result.Success;
    }

    public async Task<Result> UnmakeAdministratorAsync(SubscriberId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id) is not { } user)
        {
            return NotFound;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // The role's row is locked first: two administrators who unmake each other take turns, and the second one stays.
        await db.Roles.Where(role => role.Name == ApplicationRole.Administrator)
            .ExecuteUpdateAsync(set => set.SetProperty(role => role.Name, ApplicationRole.Administrator), cancellationToken);
        if (!await users.IsInRoleAsync(user, ApplicationRole.Administrator))
        {
            return Result.Success;
        }

        if (!await db.UserRoles.Where(AccountDirectory.IsAdministrator(db)).AnyAsync(grant => grant.UserId != user.Id, cancellationToken))
        {
            return LastAdministrator;
        }

        Demand(await users.RemoveFromRoleAsync(user, ApplicationRole.Administrator));
        Demand(await users.UpdateSecurityStampAsync(user));
        await transaction.CommitAsync(cancellationToken);
        return Result.Success;
    }

    /// <param name="id">Whose account.</param>
    /// <param name="by">Who asks: nobody locks themselves out, so somebody can always unlock.</param>
    public async Task<Result> LockAsync(SubscriberId id, SubscriberId by)
    {
        if (id == by)
        {
            return OwnAccount;
        }

        if (await FindAsync(id) is not { } user)
        {
            return NotFound;
        }

        Demand(await users.SetLockoutEnabledAsync(user, true));
        Demand(await users.SetLockoutEndDateAsync(user, DateTimeOffset.MaxValue));
        Demand(await users.UpdateSecurityStampAsync(user));
        return Result.Success;
    }

    public async Task<Result> UnlockAsync(SubscriberId id)
    {
        if (await FindAsync(id) is not { } user)
        {
            return NotFound;
        }

        Demand(await users.SetLockoutEndDateAsync(user, null));
        Demand(await users.ResetAccessFailedCountAsync(user));
        return Result.Success;
    }

    public async Task<Result> SignOutEverywhereAsync(SubscriberId id)
    {
        if (await FindAsync(id) is not { } user)
        {
            return NotFound;
        }

        Demand(await users.UpdateSecurityStampAsync(user));
        return Result.Success;
    }

    private async Task<ApplicationUser?> FindAsync(SubscriberId id) => await users.FindByIdAsync(id.ToString());

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(result.ToString());
        }
    }
}
