using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Numbers.AssignNumber;

internal sealed class AssignNumberCommandHandler(IAppDbContext db, TimeProvider clock)
    : IRequestHandler<AssignNumberCommand, Result<MaskedNumberId>>
{
    public async Task<Result<MaskedNumberId>> Handle(AssignNumberCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var phone = request.Number.ToPhoneNumber()!.Value;
        var number = await db.MaskedNumbers.SingleOrDefaultAsync(row => row.Number == phone, cancellationToken);
        if (number is { ReleasedAt: null })
        {
            return NumberErrors.AlreadyAssigned;
        }

        var target = request.Target.ToPhoneNumber();
        if (target is { } ringing && (ringing == phone || await db.IsMaskedAsync(ringing, cancellationToken)))
        {
            return NumberErrors.TargetIsMasked;
        }

        var found = await db.FindSubscriptionAsync(request.OwnerEmail!, request.PlanId, request.SharesSubscription, now, cancellationToken);
        if (!found.IsSuccess)
        {
            return Result<MaskedNumberId>.Failure(found.Errors);
        }

        var forwarding = new ForwardingSettings { IsEnabled = target is not null, Target = target, Language = request.Language };
        if (number is null)
        {
            number = MaskedNumber.Assign(phone, found.Value, forwarding, now);
            db.MaskedNumbers.Add(number);
        }
        else
        {
            number.MoveTo(found.Value, forwarding, now);
        }

        return await SaveAsync(number, cancellationToken);
    }

    private async Task<Result<MaskedNumberId>> SaveAsync(MaskedNumber number, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return number.Id;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException or UniqueViolationException)
        {
            // Somebody else assigned it at the same moment; the unique index or the version let one of the two through.
            return NumberErrors.AlreadyAssigned;
        }
    }
}
