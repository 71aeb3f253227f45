using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Application.Accounts;

/// <summary>Addresses, passwords and links of the people who can sign in. An account's id is its subscriber's.</summary>
public interface ISignInAccounts
{
    Task<SignInAccount?> FindAsync(string email);

    Task<SignInAccount?> FindAsync(SubscriberId id);

    /// <summary>Fails with <see cref="AccountErrors.EmailTaken"/> where somebody has the address.</summary>
    Task<Result<SignInAccount>> CreateAsync(SubscriberId id, string email, string password, CancellationToken cancellationToken);

    /// <summary>
    /// Checks a password that somebody signs in with. Takes as long for an address without an account, and pauses after as many wrong
    /// attempts, so that the answer does not tell who has one.
    /// </summary>
    Task<Result<SignInAccount>> CheckCredentialsAsync(string email, string password, CancellationToken cancellationToken);

    /// <summary>Whether it is the account's password; for decisions that nobody sees, because attempts are not counted.</summary>
    Task<bool> HasPasswordAsync(SubscriberId id, string password);

    /// <summary>Ends the validity of links that were sent before.</summary>
    Task<Result> ReplacePasswordAsync(SubscriberId id, string password);

    /// <summary>Ends all other sessions. A wrong current password counts like one at sign-in.</summary>
    Task<Result> ChangePasswordAsync(SubscriberId id, string currentPassword, string newPassword, CancellationToken cancellationToken);

    /// <summary>The secret part of a link that is sent by mail.</summary>
    Task<string> CreateTokenAsync(SubscriberId id, LinkPurpose purpose);

    Task<bool> IsValidAsync(SubscriberId id, LinkPurpose purpose, string token);

    Task<Result> ConfirmAddressAsync(SubscriberId id, string token);

    /// <summary>Uses the link up, ends all sessions, and confirms the address, which whoever has the link can read.</summary>
    Task<Result> ResetPasswordAsync(SubscriberId id, string token, string password);

    Task EndSessionsAsync(SubscriberId id);
}
