using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>Gives a service its first administrator, and further ones. Success means that one can sign in with what was given.</summary>
public sealed class AdministratorAccounts(AppDbContext db, UserManager<ApplicationUser> users, AccountAdministration administration, TimeProvider clock)
{
    private static readonly Error OtherPassword = new(
        "account.other_password",
        "There is an account with this e-mail already, and its password is another one. Nothing was changed.",
        ErrorKind.Conflict,
        "Password");

    public async Task<Result<AdministratorChange>> CreateAsync(string email, string password, CancellationToken cancellationToken)
    {
        // Part of the caller's transaction, if there is one.
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var account = await users.FindByEmailAsync(email);
        if (account is not null && !await users.CheckPasswordAsync(account, password))
        {
            return OtherPassword;
        }

        var change = AdministratorChange.Promoted;
        if (account is null)
        {
            account = new ApplicationUser { Id = SubscriberId.New(clock.GetUtcNow()).Value, UserName = email, Email = email, EmailConfirmed = true };
            if (await users.CreateAsync(account, password) is { Succeeded: false } refused)
            {
                return Failure(refused);
            }

            db.Subscribers.Add(Subscriber.Create(
                new SubscriberId(account.Id), email, Language.English, Subscriber.DefaultTimeZone, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancellationToken);
            change = AdministratorChange.Created;
        }
        else if (account.EmailConfirmed && await users.IsInRoleAsync(account, ApplicationRole.Administrator))
        {
            return AdministratorChange.None;
        }

        await ConfirmAsync(account);
        if (await administration.MakeAdministratorAsync(new SubscriberId(account.Id)) is { IsSuccess: false } denied)
        {
            return Result<AdministratorChange>.Failure(denied.Errors);
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return change;
    }

    private async Task ConfirmAsync(ApplicationUser account)
    {
        if (!account.EmailConfirmed)
        {
            account.EmailConfirmed = true;
            var confirmed = await users.UpdateAsync(account);
            if (!confirmed.Succeeded)
            {
                throw new InvalidOperationException(confirmed.ToString());
            }
        }
    }

    private static Result<AdministratorChange> Failure(IdentityResult refused) =>
        Result<AdministratorChange>.Failure([.. refused.Errors.Select(error => new Error(error.Code, error.Description, ErrorKind.Invalid))]);
}
