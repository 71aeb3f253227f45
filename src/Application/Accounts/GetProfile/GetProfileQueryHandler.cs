using MaskedVoicemail.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Accounts.GetProfile;

internal sealed class GetProfileQueryHandler(IAppDbContext db) : IRequestHandler<GetProfileQuery, Profile?>
{
    public Task<Profile?> Handle(GetProfileQuery query, CancellationToken cancellationToken) =>
        db.Subscribers
            .Where(subscriber => subscriber.Id == query.Id)
            .Select(subscriber => new Profile(subscriber.Email, subscriber.Language, subscriber.TimeZone))
            .SingleOrDefaultAsync(cancellationToken);
}
