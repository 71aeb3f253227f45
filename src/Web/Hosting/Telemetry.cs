using MaskedVoicemail.Application.Operations;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MaskedVoicemail.Web.Hosting;

/// <summary>
/// Metrics, traces and logs by OpenTelemetry's protocol, configured by its own variables (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and the others);
/// without an endpoint nothing is collected. https://opentelemetry.io/docs/specs/otel/protocol/exporter/
/// </summary>
internal static class Telemetry
{
    private static readonly string[] Meters =
        [ServiceMetrics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "Npgsql", "System.Runtime"];

    private static readonly string[] Sources = [ServiceMetrics.Name, "Microsoft.AspNetCore", "System.Net.Http", "Npgsql"];

    private static readonly string[] Endpoints =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!Array.Exists(Endpoints, key => !string.IsNullOrEmpty(builder.Configuration[key])))
        {
            return builder;
        }

        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.IncludeScopes = true;
            logs.SetResourceBuilder(Resource()).AddOtlpExporter();
        });
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Resource()).AddMeter(Meters).AddOtlpExporter().Build());
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(Resource())
            .AddSource(Sources)
            .AddProcessor(new QueryRemoval())
            .AddOtlpExporter()
            .Build());
        builder.Services.AddHostedService<TelemetryService>();
        return builder;
    }

    /// <summary>OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES win.</summary>
    private static ResourceBuilder Resource() => ResourceBuilder.CreateEmpty()
        .AddService("masked-voicemail", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString())
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();
}
