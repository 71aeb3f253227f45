using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Numbers.ReleaseNumber;

internal sealed class ReleaseNumberCommandHandler(IAppDbContext db, TimeProvider clock) : IRequestHandler<ReleaseNumberCommand, Result>
{
    public async Task<Result> Handle(ReleaseNumberCommand request, CancellationToken cancellationToken)
    {
        var number = await db.MaskedNumbers.SingleOrDefaultAsync(row => row.Id == request.NumberId, cancellationToken);
        if (number is null)
        {
            return NumberErrors.NotFound;
        }

        if (number.ReleasedAt is not null)
        {
            return Result.Success;
        }

        number.Release(clock.GetUtcNow());
        return await db.SaveUnlessChangedAsync(cancellationToken);
    }
}
