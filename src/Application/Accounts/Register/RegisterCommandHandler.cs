using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Accounts.Register;

internal sealed class RegisterCommandHandler(IAppDbContext db, ISignInAccounts accounts, AccountMailer mailer, TimeProvider clock)
    : IRequestHandler<RegisterCommand, Result>
{
    public async Task<Result> Handle(RegisterCommand command, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(command.Email) is not { } account)
        {
            var created = await CreateAsync(command, cancellationToken);
            if (created.IsSuccess)
            {
                return await mailer.AskToConfirmAsync(created.Value, cancellationToken);
            }

            // The same form, sent twice at once: the other one was first.
            if (!created.Errors.Contains(AccountErrors.EmailTaken) || await accounts.FindAsync(command.Email) is not { } other)
            {
                return Result.Failure(created.Errors);
            }

            account = other;
        }

        // Looked at in both cases: a new account's password takes as long to hash.
        var isSamePassword = await accounts.HasPasswordAsync(account.Id, command.Password);
        if (account.IsConfirmed)
        {
            return await mailer.TellThatAccountExistsAsync(account, cancellationToken);
        }

        if (!isSamePassword)
        {
            var replaced = await StartAgainAsync(account, command, cancellationToken);
            if (!replaced.IsSuccess)
            {
                return replaced;
            }
        }

        return await mailer.AskToConfirmAsync(account, cancellationToken);
    }

    private async Task<Result<SignInAccount>> CreateAsync(RegisterCommand command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = SubscriberId.New(now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var created = await accounts.CreateAsync(id, command.Email, command.Password, cancellationToken);
        if (created.IsSuccess)
        {
            db.Subscribers.Add(Subscriber.Create(id, command.Email, command.Language, TimeZoneOf(command), now));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return created;
    }

    /// <summary>
    /// Whoever registered an unconfirmed address before may have been somebody else, so the new password replaces theirs,
    /// and confirming by an older mail no longer opens the account for them.
    /// </summary>
    private async Task<Result> StartAgainAsync(SignInAccount account, RegisterCommand command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var replaced = await accounts.ReplacePasswordAsync(account.Id, command.Password);
        if (replaced.IsSuccess)
        {
            var subscriber = await db.Subscribers.SingleAsync(row => row.Id == account.Id, cancellationToken);
            subscriber.ChangePreferences(command.Language, TimeZoneOf(command));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return replaced;
    }

    private static string TimeZoneOf(RegisterCommand command) =>
        Subscriber.KnowsTimeZone(command.TimeZone) ? command.TimeZone! : Subscriber.DefaultTimeZone;
}
