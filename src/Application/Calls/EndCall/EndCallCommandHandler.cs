using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Calls.EndCall;

internal sealed class EndCallCommandHandler(IAppDbContext db, TimeProvider clock) : IRequestHandler<EndCallCommand, Result>
{
    public async Task<Result> Handle(EndCallCommand request, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var isFirst = await db.Calls
            .Where(call => call.Sid == request.CallSid && call.EndedAt == null)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(call => call.EndedAt, clock.GetUtcNow())
                    .SetProperty(call => call.DurationSeconds, request.DurationSeconds)
                    .SetProperty(call => call.Outcome, call => call.Outcome == CallOutcome.InProgress ? CallOutcome.Missed : call.Outcome),
                cancellationToken) == 1;
        if (isFirst)
        {
            await ReturnUnsettledUnitAsync(request.CallSid, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return isFirst || await db.Calls.AnyAsync(call => call.Sid == request.CallSid, cancellationToken) ? Result.Success : CallErrors.NotFound;
    }

    /// <summary>A caller who gave up while it rang costs nothing. Should the dial result come after all and say otherwise, it takes the unit again.</summary>
    private async Task ReturnUnsettledUnitAsync(string callSid, CancellationToken cancellationToken)
    {
        var returned = await db.Calls
            .Where(call => call.Sid == callSid && call.ForwardingUnit == QuotaUnit.Reserved)
            .ExecuteUpdateAsync(set => set.SetProperty(call => call.ForwardingUnit, QuotaUnit.Returned), cancellationToken);
        if (returned == 1)
        {
            var call = await db.Calls.AsNoTracking().SingleAsync(row => row.Sid == callSid, cancellationToken);
            await db.AddForwardingUnitsAsync(call, -1, cancellationToken);
        }
    }
}
