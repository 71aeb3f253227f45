using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Accounts.ChangePreferences;

internal sealed class ChangePreferencesCommandHandler(IAppDbContext db) : IRequestHandler<ChangePreferencesCommand, Result>
{
    public async Task<Result> Handle(ChangePreferencesCommand command, CancellationToken cancellationToken)
    {
        if (await db.Subscribers.SingleOrDefaultAsync(row => row.Id == command.Id, cancellationToken) is not { } subscriber)
        {
            return AccountErrors.NotFound;
        }

        subscriber.ChangePreferences(command.Language, command.TimeZone);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
