using MaskedVoicemail.Application.Subscriptions.StartDuePeriods;
using MediatR;
using Quartz;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>Starts subscriptions' new periods, every ten minutes.</summary>
internal sealed class StartDuePeriodsJob(IMediator mediator) : IJob
{
    public static readonly JobKey Key = new("start-due-periods");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await mediator.Send(new StartDuePeriodsCommand(), cancellationToken);
}
