using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace MaskedVoicemail.Web.Hosting;

/// <summary>Begins to collect with the program, and sends what is left at its end.</summary>
internal sealed class TelemetryService(MeterProvider metrics, TracerProvider traces) : IHostedService
{
    /// <summary>In milliseconds: a collector that is away does not keep the program from ending.</summary>
    private const int FlushTime = 2000;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            metrics.ForceFlush(FlushTime);
            traces.ForceFlush(FlushTime);
        },
        cancellationToken);
}
