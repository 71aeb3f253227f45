using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Numbers.ChangeNumber;

internal sealed class ChangeNumberCommandHandler(IAppDbContext db, TimeProvider clock) : IRequestHandler<ChangeNumberCommand, Result>
{
    public async Task<Result> Handle(ChangeNumberCommand request, CancellationToken cancellationToken)
    {
        var number = await db.MaskedNumbers.InService().SingleOrDefaultAsync(row => row.Id == request.NumberId, cancellationToken);
        if (number is null)
        {
            return NumberErrors.NotFound;
        }

        var settings = number.Forwarding with { Language = request.Language };
        if (request.Target.ToPhoneNumber() is { } target)
        {
            settings = settings with { Target = target, IsEnabled = true };
        }

        if (number.Forwarding == settings)
        {
            return Result.Success;
        }

        if (number.Version != request.Version)
        {
            return NumberErrors.ChangedMeanwhile;
        }

        if (settings.Target is { } ringing && (ringing == number.Number || await db.IsMaskedAsync(ringing, cancellationToken)))
        {
            return NumberErrors.TargetIsMasked;
        }

        number.ChangeForwarding(settings, clock.GetUtcNow());
        return await db.SaveUnlessChangedAsync(cancellationToken);
    }
}
