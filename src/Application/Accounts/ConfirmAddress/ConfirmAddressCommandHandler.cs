using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.ConfirmAddress;

internal sealed class ConfirmAddressCommandHandler(ISignInAccounts accounts) : IRequestHandler<ConfirmAddressCommand, Result<SignInAccount>>
{
    public async Task<Result<SignInAccount>> Handle(ConfirmAddressCommand command, CancellationToken cancellationToken)
    {
        var confirmed = await accounts.ConfirmAddressAsync(command.Id, command.Token);
        return confirmed.IsSuccess && await accounts.FindAsync(command.Id) is { } account ? account : AccountErrors.LinkNotValid;
    }
}
