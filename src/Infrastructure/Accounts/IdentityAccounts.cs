using MaskedVoicemail.Application.Accounts;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>The sign-in accounts by ASP.NET Core Identity.</summary>
internal sealed class IdentityAccounts(AppDbContext db, UserManager<ApplicationUser> users, PasswordAttempts attempts) : ISignInAccounts
{
    public async Task<SignInAccount?> FindAsync(string email) =>
        await users.FindByEmailAsync(email) is { } user ? Describe(user) : null;

    public async Task<SignInAccount?> FindAsync(SubscriberId id) =>
        await UserOfAsync(id) is { } user ? Describe(user) : null;

    public async Task<Result<SignInAccount>> CreateAsync(SubscriberId id, string email, string password, CancellationToken cancellationToken)
    {
        var user = new ApplicationUser { Id = id.Value, UserName = email, Email = email };
        try
        {
            var created = (await users.CreateAsync(user, password)).ToResult("Password");
            return created.IsSuccess ? Describe(user) : Result<SignInAccount>.Failure(created.Errors);
        }
        catch (UniqueViolationException)
        {
            // Somebody else was quicker.
            db.ChangeTracker.Clear();
            return AccountErrors.EmailTaken;
        }
    }

    public async Task<Result<SignInAccount>> CheckCredentialsAsync(string email, string password, CancellationToken cancellationToken)
    {
        var user = await users.FindByEmailAsync(email);
        var check = user is null
            ? await attempts.CheckNobodysAsync(email, password, cancellationToken)
            : await attempts.CheckAsync(user, password, cancellationToken);
        return check.IsSuccess ? Describe(user!) : Result<SignInAccount>.Failure(check.Errors);
    }

    public async Task<bool> HasPasswordAsync(SubscriberId id, string password) =>
        await UserOfAsync(id) is { } user && await users.CheckPasswordAsync(user, password);

    public async Task<Result> ReplacePasswordAsync(SubscriberId id, string password)
    {
        var user = await DemandUserAsync(id);
        var removed = (await users.RemovePasswordAsync(user)).ToResult("Password");
        return removed.IsSuccess ? (await users.AddPasswordAsync(user, password)).ToResult("Password") : removed;
    }

    public async Task<Result> ChangePasswordAsync(SubscriberId id, string currentPassword, string newPassword, CancellationToken cancellationToken)
    {
        var user = await DemandUserAsync(id);
        var check = await attempts.CheckAsync(user, currentPassword, cancellationToken);
        if (!check.IsSuccess)
        {
            return check.Errors.Contains(AccountErrors.WrongCredentials) ? AccountErrors.WrongPassword : check;
        }

        // The attempt was counted beside the entity, which is saved as a whole.
        await db.Entry(user).ReloadAsync(cancellationToken);
        return (await users.ChangePasswordAsync(user, currentPassword, newPassword)).ToResult("NewPassword");
    }

    public async Task<string> CreateTokenAsync(SubscriberId id, LinkPurpose purpose)
    {
        var user = await DemandUserAsync(id);
        return purpose is LinkPurpose.ResetPassword
            ? await users.GeneratePasswordResetTokenAsync(user)
            : await users.GenerateEmailConfirmationTokenAsync(user);
    }

    public async Task<bool> IsValidAsync(SubscriberId id, LinkPurpose purpose, string token)
    {
        if (await UserOfAsync(id) is not { } user)
        {
            return false;
        }

        var (provider, identityPurpose) = purpose is LinkPurpose.ResetPassword
            ? (users.Options.Tokens.PasswordResetTokenProvider, UserManager<ApplicationUser>.ResetPasswordTokenPurpose)
            : (users.Options.Tokens.EmailConfirmationTokenProvider, UserManager<ApplicationUser>.ConfirmEmailTokenPurpose);
        return await users.VerifyUserTokenAsync(user, provider, identityPurpose, token);
    }

    public async Task<Result> ConfirmAddressAsync(SubscriberId id, string token) =>
        await UserOfAsync(id) is { } user
            ? (await users.ConfirmEmailAsync(user, token)).ToResult("Password")
            : AccountErrors.LinkNotValid;

    public async Task<Result> ResetPasswordAsync(SubscriberId id, string token, string password)
    {
        if (await UserOfAsync(id) is not { } user)
        {
            return AccountErrors.LinkNotValid;
        }

        // Saved together with the new password.
        user.EmailConfirmed = true;
        var reset = (await users.ResetPasswordAsync(user, token, password)).ToResult("Password");
        if (reset.IsSuccess)
        {
            await attempts.ForgetAsync(user, CancellationToken.None);
        }

        return reset;
    }

    public async Task EndSessionsAsync(SubscriberId id)
    {
        if (await UserOfAsync(id) is { } user)
        {
            (await users.UpdateSecurityStampAsync(user)).Demand();
        }
    }

    private static SignInAccount Describe(ApplicationUser user) => new(new SubscriberId(user.Id), user.Email!, user.EmailConfirmed);

    private Task<ApplicationUser?> UserOfAsync(SubscriberId id) => users.FindByIdAsync(id.ToString());

    private async Task<ApplicationUser> DemandUserAsync(SubscriberId id) =>
        await UserOfAsync(id) ?? throw new InvalidOperationException("There is no such account.");
}
