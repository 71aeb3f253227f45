using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Operations;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MaskedVoicemail.Application.Subscriptions.ReconcileUsage;

internal sealed partial class ReconcileUsageCommandHandler(IAppDbContext db, ServiceMetrics metrics, ILogger<ReconcileUsageCommandHandler> logger)
    : IRequestHandler<ReconcileUsageCommand, Result>
{
    public async Task<Result> Handle(ReconcileUsageCommand request, CancellationToken cancellationToken)
    {
        var suspects = await Ledgers().Where(ledger => ledger.Forwarded != ledger.ForwardingUsed || ledger.Kept != ledger.VoicemailsUsed)
            .Select(ledger => ledger.Id)
            .ToListAsync(cancellationToken);
        foreach (var suspect in suspects)
        {
            await PutRightAsync(suspect, cancellationToken);
        }

        return Result.Success;
    }

    private IQueryable<Ledger> Ledgers() => db.Subscriptions.Select(row => new Ledger
    {
        Id = row.Id,
        ForwardingUsed = row.ForwardingUsed,
        VoicemailsUsed = row.VoicemailsUsed,
        Forwarded = db.Calls.Count(call => call.OwnerId == row.OwnerId
            && call.StartedAt >= row.PeriodStart
            && call.SubscriptionId == row.Id
            && call.PeriodStart == row.PeriodStart
            && (call.ForwardingUnit == QuotaUnit.Reserved || call.ForwardingUnit == QuotaUnit.Charged)),
        Kept = db.Voicemails.Count(voicemail => voicemail.OwnerId == row.OwnerId
            && voicemail.SubscriptionId == row.Id
            && voicemail.PeriodStart == row.PeriodStart
            && voicemail.Unit == QuotaUnit.Charged),
    });

    private async Task PutRightAsync(SubscriptionId id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // An update that changes nothing takes the row: calls and messages wait, and the count that follows sees all that came before.
        await db.Subscriptions.Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ForwardingUsed, row => row.ForwardingUsed), cancellationToken);
        var ledger = await Ledgers().SingleAsync(row => row.Id == id, cancellationToken);
        if (ledger.Forwarded != ledger.ForwardingUsed || ledger.Kept != ledger.VoicemailsUsed)
        {
            metrics.UsageCorrected();
            LogDrift(id, ledger.ForwardingUsed, ledger.Forwarded, ledger.VoicemailsUsed, ledger.Kept);
            await db.Subscriptions.Where(row => row.Id == id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.ForwardingUsed, ledger.Forwarded).SetProperty(row => row.VoicemailsUsed, ledger.Kept),
                    cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private sealed class Ledger
    {
        public SubscriptionId Id { get; init; }

        public int ForwardingUsed { get; init; }

        public int VoicemailsUsed { get; init; }

        public int Forwarded { get; init; }

        public int Kept { get; init; }
    }

    [LoggerMessage(
        LogLevel.Error,
        "The counters of subscription {Subscription} were wrong and are put right: forwarded {ForwardingUsed} instead of {Forwarded}, messages {VoicemailsUsed} instead of {Kept}")]
    private partial void LogDrift(SubscriptionId subscription, int forwardingUsed, int forwarded, int voicemailsUsed, int kept);
}
