using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.EndSessions;

internal sealed class EndSessionsCommandHandler(ISignInAccounts accounts) : IRequestHandler<EndSessionsCommand, Result>
{
    public async Task<Result> Handle(EndSessionsCommand command, CancellationToken cancellationToken)
    {
        await accounts.EndSessionsAsync(command.Id);
        return Result.Success;
    }
}
