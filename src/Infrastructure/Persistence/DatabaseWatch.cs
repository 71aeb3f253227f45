using Microsoft.Extensions.Hosting;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>Asks for the database's state from time to time, so that the log tells when it goes and comes back, with or without anybody asking /readyz.</summary>
internal sealed class DatabaseWatch(DatabaseReadiness readiness, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            await readiness.GetAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
