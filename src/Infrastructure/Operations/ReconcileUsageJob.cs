using MaskedVoicemail.Application.Subscriptions.ReconcileUsage;
using MediatR;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>Compares the quotas' counters with the ledger, once a day.</summary>
internal sealed class ReconcileUsageJob(IMediator mediator) : RecurringJob
{
    public override Task RunAsync(CancellationToken cancellationToken) =>
        mediator.Send(new ReconcileUsageCommand(), cancellationToken);
}
