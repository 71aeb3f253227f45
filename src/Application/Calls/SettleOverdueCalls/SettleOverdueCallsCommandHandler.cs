using MaskedVoicemail.Application.Calls.EndCall;
using MaskedVoicemail.Application.Calls.SettleDial;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Calls.SettleOverdueCalls;

internal sealed class SettleOverdueCallsCommandHandler(IAppDbContext db, IMediator mediator, ITwilioCalls calls, TimeProvider clock)
    : IRequestHandler<SettleOverdueCallsCommand, Result>
{
    /// <summary>The longest time for which a phone rings and a message is left, with a margin; who talks longer is asked about in vain.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    private static readonly TimeSpan PatienceWithUnknown = TimeSpan.FromDays(1);

    /// <summary>The oldest ones, at a time; what is left comes with the next run.</summary>
    private const int Most = 2000;

    public async Task<Result> Handle(SettleOverdueCallsCommand request, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Patience;
        var overdue = await db.Calls.AsNoTracking()
            .Where(call => call.Outcome == CallOutcome.InProgress && call.StartedAt < before)
            .OrderBy(call => call.StartedAt)
            .Take(Most)
            .ToListAsync(cancellationToken);
        foreach (var call in overdue)
        {
            await SettleAsync(call, cancellationToken);
            db.ChangeTracker.Clear();
        }

        return Result.Success;
    }

    private async Task SettleAsync(Call call, CancellationToken cancellationToken)
    {
        var found = await calls.FindAsync(call.Sid, cancellationToken);
        if (found is null ? call.StartedAt > clock.GetUtcNow() - PatienceWithUnknown : !found.IsOver)
        {
            return;
        }

        // The action of the Dial never came: whether the owner talked shows in the leg to their phone.
        if (call.DialStatus is null && await FindTalkAsync(call.Sid, cancellationToken) is { } leg)
        {
            await mediator.Send(
                new SettleDialCommand(call.Sid, new DialResult(leg.Status, Bridged: null, leg.DurationSeconds, IsCallerGone: true)), cancellationToken);
        }

        await mediator.Send(new EndCallCommand(call.Sid, found?.DurationSeconds), cancellationToken);
    }

    private async Task<TwilioCall?> FindTalkAsync(string callSid, CancellationToken cancellationToken)
    {
        var legs = await calls.ListLegsAsync(callSid, cancellationToken);
        return legs.FirstOrDefault(leg => leg is { Status: "completed", DurationSeconds: > 0 });
    }
}
