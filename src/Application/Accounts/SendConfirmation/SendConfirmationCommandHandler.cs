using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.SendConfirmation;

internal sealed class SendConfirmationCommandHandler(ISignInAccounts accounts, AccountMailer mailer) : IRequestHandler<SendConfirmationCommand, Result>
{
    public async Task<Result> Handle(SendConfirmationCommand command, CancellationToken cancellationToken) =>
        await accounts.FindAsync(command.Email) switch
        {
            null => await mailer.TellThatThereIsNoAccountAsync(command.Email, command.Language, cancellationToken),
            { IsConfirmed: true } account => await mailer.TellThatAccountExistsAsync(account, cancellationToken),
            { } account => await mailer.AskToConfirmAsync(account, cancellationToken),
        };
}
