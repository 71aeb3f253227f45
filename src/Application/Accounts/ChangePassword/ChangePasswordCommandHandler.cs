using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.ChangePassword;

internal sealed class ChangePasswordCommandHandler(ISignInAccounts accounts, AccountMailer mailer) : IRequestHandler<ChangePasswordCommand, Result>
{
    public async Task<Result> Handle(ChangePasswordCommand command, CancellationToken cancellationToken)
    {
        var changed = await accounts.ChangePasswordAsync(command.Id, command.CurrentPassword, command.NewPassword, cancellationToken);
        if (changed.IsSuccess)
        {
            await mailer.TellThatPasswordChangedAsync(command.Id, cancellationToken);
        }

        return changed;
    }
}
