using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.ResetPassword;

internal sealed class ResetPasswordCommandHandler(ISignInAccounts accounts, AccountMailer mailer)
    : IRequestHandler<ResetPasswordCommand, Result<SignInAccount>>
{
    public async Task<Result<SignInAccount>> Handle(ResetPasswordCommand command, CancellationToken cancellationToken)
    {
        var reset = await accounts.ResetPasswordAsync(command.Id, command.Token, command.Password);
        if (!reset.IsSuccess)
        {
            return Result<SignInAccount>.Failure(reset.Errors);
        }

        await mailer.TellThatPasswordChangedAsync(command.Id, cancellationToken);
        return await accounts.FindAsync(command.Id) is { } account ? account : AccountErrors.LinkNotValid;
    }
}
