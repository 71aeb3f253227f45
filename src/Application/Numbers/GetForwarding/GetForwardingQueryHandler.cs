using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Numbers.GetForwarding;

internal sealed class GetForwardingQueryHandler(IAppDbContext db) : IRequestHandler<GetForwardingQuery, Result<NumberForwarding>>
{
    public async Task<Result<NumberForwarding>> Handle(GetForwardingQuery request, CancellationToken cancellationToken)
    {
        var found = await (
            from number in db.MaskedNumbers.AsNoTracking().InService()
            join owner in db.Subscribers on number.OwnerId equals owner.Id
            where number.Id == request.NumberId && number.OwnerId == request.OwnerId
            select new NumberForwarding(number.Number, number.Forwarding, number.Version, owner.Email))
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? NumberErrors.NotFound : found;
    }
}
