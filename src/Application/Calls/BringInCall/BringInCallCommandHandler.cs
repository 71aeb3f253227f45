using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Calls.BringInCall;

internal sealed class BringInCallCommandHandler(IAppDbContext db, ITwilioCalls calls, TimeProvider clock) : IRequestHandler<BringInCallCommand, Result>
{
    public async Task<Result> Handle(BringInCallCommand request, CancellationToken cancellationToken)
    {
        if (await db.Calls.AnyAsync(call => call.Sid == request.CallSid, cancellationToken))
        {
            return Result.Success;
        }

        var found = await calls.FindAsync(request.CallSid, cancellationToken);
        if (found is null
            || !PhoneNumber.TryParse(found.To, out var to)
            || await db.MaskedNumbers.AsNoTracking().SingleOrDefaultAsync(row => row.Number == to && row.ReleasedAt == null, cancellationToken) is not { } number)
        {
            return CallErrors.NotFound;
        }

        db.Calls.Add(Call.TakenInEmergency(
            found.Sid, number, Caller.FromRaw(found.From), found.CallerName, found.StartedAt ?? clock.GetUtcNow(), found.DurationSeconds));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (UniqueViolationException)
        {
            // Entered at the same moment by somebody else.
            db.ChangeTracker.Clear();
        }

        return Result.Success;
    }
}
