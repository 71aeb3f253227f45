using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Numbers.MoveNumber;

internal sealed class MoveNumberCommandHandler(IAppDbContext db, TimeProvider clock) : IRequestHandler<MoveNumberCommand, Result>
{
    private static readonly Error OwnerUnchanged = new(
        "number.owner_unchanged", "The number belongs to this account already.", ErrorKind.Invalid, nameof(MoveNumberCommand.OwnerEmail));

    public async Task<Result> Handle(MoveNumberCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var number = await db.MaskedNumbers.InService().SingleOrDefaultAsync(row => row.Id == request.NumberId, cancellationToken);
        if (number is null)
        {
            return NumberErrors.NotFound;
        }

        var found = await db.FindSubscriptionAsync(request.OwnerEmail!, request.PlanId, request.SharesSubscription, now, cancellationToken);
        if (!found.IsSuccess)
        {
            return found;
        }

        if (found.Value.OwnerId == number.OwnerId)
        {
            return OwnerUnchanged;
        }

        number.MoveTo(found.Value, new ForwardingSettings { Language = number.Forwarding.Language }, now);
        return await db.SaveUnlessChangedAsync(cancellationToken);
    }
}
