using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Notifications;
using MaskedVoicemail.Application.Notifications.AccountEmails;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MaskedVoicemail.Application.Accounts;

/// <summary>
/// Writes to account holders, in their language. Mails go to the address on file, never to the one that was typed:
/// the two may differ in ways that a mail server tells apart and we do not.
/// </summary>
internal sealed class AccountMailer(
    IAppDbContext db, ISignInAccounts accounts, IEmailSender sender, MailAllowance allowance, PublicAddress address, TimeProvider clock, ILogger<AccountMailer> log)
{
    public async Task<Result> AskToConfirmAsync(SignInAccount account, CancellationToken cancellationToken)
    {
        var link = address.ConfirmLink(account.Id, await accounts.CreateTokenAsync(account.Id, LinkPurpose.ConfirmAddress));
        return await SendOnRequestAsync(new ConfirmAddressEmail(await LanguageOfAsync(account, cancellationToken), link).To(account.Email), cancellationToken);
    }

    public async Task<Result> TellThatAccountExistsAsync(SignInAccount account, CancellationToken cancellationToken)
    {
        var language = await LanguageOfAsync(account, cancellationToken);
        return await SendOnRequestAsync(new AccountExistsEmail(language, address.SignInLink(), address.ForgotPasswordLink()).To(account.Email), cancellationToken);
    }

    public async Task<Result> OfferResetAsync(SignInAccount account, CancellationToken cancellationToken)
    {
        var link = address.ResetLink(account.Id, await accounts.CreateTokenAsync(account.Id, LinkPurpose.ResetPassword));
        return await SendOnRequestAsync(new ResetPasswordEmail(await LanguageOfAsync(account, cancellationToken), link).To(account.Email), cancellationToken);
    }

    /// <summary>So that asking about an address takes the same steps, and the same time, whether it has an account or not.</summary>
    public Task<Result> TellThatThereIsNoAccountAsync(string email, Language language, CancellationToken cancellationToken) =>
        SendOnRequestAsync(new NoAccountEmail(language, address.RegisterLink()).To(email), cancellationToken);

    /// <summary>The password is changed already, so a mail that can't be sent is only logged.</summary>
    public async Task TellThatPasswordChangedAsync(SubscriberId id, CancellationToken cancellationToken)
    {
        if (await db.Subscribers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } subscriber)
        {
            var email = new PasswordChangedEmail(subscriber.Language, clock.GetUtcNow(), subscriber.TimeZone, address.ForgotPasswordLink());
            await SendAsync(email.To(subscriber.Email), cancellationToken);
        }
    }

    private Task<Language> LanguageOfAsync(SignInAccount account, CancellationToken cancellationToken) =>
        db.Subscribers.Where(row => row.Id == account.Id).Select(row => row.Language).SingleOrDefaultAsync(cancellationToken);

    private async Task<Result> SendOnRequestAsync(EmailMessage message, CancellationToken cancellationToken) =>
        await allowance.TakeAsync(message.To, cancellationToken) ? await SendAsync(message, cancellationToken) : AccountErrors.TooManyMails;

    /// <summary>Nothing goes to an address from which mail comes back, and the page does not tell (docs/decisions/0012).</summary>
    private async Task<Result> SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        if (await db.IsSuppressedAsync(message.To, cancellationToken))
        {
            log.LogInformation("A mail about an account was not sent: mail to its address comes back.");
            return Result.Success;
        }

        try
        {
            await sender.SendAsync(message, cancellationToken);
            return Result.Success;
        }
        catch (PartnerException exception)
        {
            log.LogWarning(exception, "A mail about an account was not sent.");
            return AccountErrors.MailNotSent;
        }
    }
}
