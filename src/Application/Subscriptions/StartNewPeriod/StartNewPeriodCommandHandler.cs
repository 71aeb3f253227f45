using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Subscriptions.StartNewPeriod;

internal sealed class StartNewPeriodCommandHandler(IAppDbContext db, TimeProvider clock) : IRequestHandler<StartNewPeriodCommand, Result>
{
    public async Task<Result> Handle(StartNewPeriodCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var subscription = await db.Subscriptions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.SubscriptionId, cancellationToken);
        if (subscription is null)
        {
            return SubscriptionErrors.NotFound;
        }

        if (subscription.PeriodEnd > now)
        {
            return Result.Success;
        }

        var (start, end) = subscription.PeriodAt(now);

        // All or nothing: what was sealed opens with the period that pays for it. A report that needs the new period brings its own transaction.
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;

        // Whoever else noticed it at the same moment finds the old period gone and changes nothing.
        var started = await db.Subscriptions
            .Where(row => row.Id == subscription.Id && row.PeriodEnd == subscription.PeriodEnd)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.PeriodStart, start)
                    .SetProperty(row => row.PeriodEnd, end)
                    .SetProperty(row => row.ForwardingUsed, 0)
                    .SetProperty(row => row.VoicemailsUsed, 0),
                cancellationToken) == 1;
        if (started)
        {
            await db.OpenSealedVoicemailsAsync(subscription.Id, cancellationToken);
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return Result.Success;
    }
}
