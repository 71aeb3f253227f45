using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Accounts.ChangeLanguage;

internal sealed class ChangeLanguageCommandHandler(IAppDbContext db) : IRequestHandler<ChangeLanguageCommand, Result>
{
    public async Task<Result> Handle(ChangeLanguageCommand command, CancellationToken cancellationToken)
    {
        if (await db.Subscribers.SingleOrDefaultAsync(row => row.Id == command.Id, cancellationToken) is not { } subscriber)
        {
            return AccountErrors.NotFound;
        }

        subscriber.ChangePreferences(command.Language, subscriber.TimeZone);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
