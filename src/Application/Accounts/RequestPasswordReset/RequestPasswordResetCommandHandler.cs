using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.RequestPasswordReset;

internal sealed class RequestPasswordResetCommandHandler(ISignInAccounts accounts, AccountMailer mailer)
    : IRequestHandler<RequestPasswordResetCommand, Result>
{
    public async Task<Result> Handle(RequestPasswordResetCommand command, CancellationToken cancellationToken) =>
        await accounts.FindAsync(command.Email) is { } account
            ? await mailer.OfferResetAsync(account, cancellationToken)
            : await mailer.TellThatThereIsNoAccountAsync(command.Email, command.Language, cancellationToken);
}
