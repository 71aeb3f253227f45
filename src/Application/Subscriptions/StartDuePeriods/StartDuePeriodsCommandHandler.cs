using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Subscriptions.StartNewPeriod;
using MaskedVoicemail.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Subscriptions.StartDuePeriods;

internal sealed class StartDuePeriodsCommandHandler(IAppDbContext db, IMediator mediator, TimeProvider clock)
    : IRequestHandler<StartDuePeriodsCommand, Result>
{
    private const int BatchSize = 200;

    public async Task<Result> Handle(StartDuePeriodsCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        while (true)
        {
            var due = await db.Subscriptions
                .Where(subscription => subscription.PeriodEnd <= now)
                .OrderBy(subscription => subscription.PeriodEnd)
                .Select(subscription => subscription.Id)
                .Take(BatchSize)
                .ToListAsync(cancellationToken);
            foreach (var subscription in due)
            {
                await mediator.Send(new StartNewPeriodCommand(subscription), cancellationToken);
            }

            if (due.Count < BatchSize)
            {
                return Result.Success;
            }
        }
    }
}
