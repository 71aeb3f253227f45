using MaskedVoicemail.Application.Operations;
using MaskedVoicemail.Application.Operations.GetQueue;
using MaskedVoicemail.Infrastructure.Persistence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>Reads from time to time what waits to be done, so that it can be measured from outside.</summary>
internal sealed partial class QueueWatch(
    IServiceScopeFactory scopes, CallersFirst callers, DatabaseReadiness readiness, ServiceMetrics metrics, TimeProvider clock, ILogger<QueueWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await callers.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            if (await readiness.GetAsync(stoppingToken) is DatabaseState.Ready)
            {
                await ReadAsync(stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            metrics.Queue = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new GetQueueQuery(), cancellationToken);
        }
        catch (Exception exception) when (DatabaseFailure.Is(exception))
        {
            // The database has just gone; the readiness tells of it.
            LogNotRead(DatabaseFailure.Describe(exception));
        }
    }

    [LoggerMessage(LogLevel.Debug, "What waits could not be read: {Reason}")]
    private partial void LogNotRead(string reason);
}
