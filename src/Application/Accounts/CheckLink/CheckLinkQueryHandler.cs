using MediatR;

namespace MaskedVoicemail.Application.Accounts.CheckLink;

internal sealed class CheckLinkQueryHandler(ISignInAccounts accounts) : IRequestHandler<CheckLinkQuery, SignInAccount?>
{
    public async Task<SignInAccount?> Handle(CheckLinkQuery query, CancellationToken cancellationToken) =>
        await accounts.IsValidAsync(query.Id, query.Purpose, query.Token) ? await accounts.FindAsync(query.Id) : null;
}
