using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>Removes counted attempts and ended sessions that mean nothing any more, every hour.</summary>
internal sealed class ForgetExpiredJob(AppDbContext db, TimeProvider clock) : RecurringJob
{
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Set<Attempts>().Where(attempts => attempts.EndsAt <= now).ExecuteDeleteAsync(cancellationToken);
        await db.Set<EndedSession>().Where(session => session.Until <= now).ExecuteDeleteAsync(cancellationToken);
    }
}
