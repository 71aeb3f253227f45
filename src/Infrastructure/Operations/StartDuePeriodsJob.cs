using MaskedVoicemail.Application.Subscriptions.StartDuePeriods;
using MediatR;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>Starts subscriptions' new periods, every ten minutes.</summary>
internal sealed class StartDuePeriodsJob(IMediator mediator) : RecurringJob
{
    public override Task RunAsync(CancellationToken cancellationToken) =>
        mediator.Send(new StartDuePeriodsCommand(), cancellationToken);
}
