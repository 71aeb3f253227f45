using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.CheckCredentials;

internal sealed class CheckCredentialsCommandHandler(ISignInAccounts accounts) : IRequestHandler<CheckCredentialsCommand, Result<SignInAccount>>
{
    public async Task<Result<SignInAccount>> Handle(CheckCredentialsCommand command, CancellationToken cancellationToken)
    {
        var account = await accounts.CheckCredentialsAsync(command.Email, command.Password, cancellationToken);

        // Said only to somebody who knows the password.
        return account.IsSuccess && !account.Value.IsConfirmed ? AccountErrors.NotConfirmed : account;
    }
}
