using MaskedVoicemail.Application.Subscriptions.ReconcileUsage;
using MediatR;
using Quartz;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>Compares the quotas' counters with the ledger, once a day.</summary>
internal sealed class ReconcileUsageJob(IMediator mediator) : IJob
{
    public static readonly JobKey Key = new("reconcile-usage");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await mediator.Send(new ReconcileUsageCommand(), cancellationToken);
}
