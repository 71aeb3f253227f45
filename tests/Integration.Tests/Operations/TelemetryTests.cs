using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator;
using MaskedVoicemail.Simulator.Calls;

namespace MaskedVoicemail.Integration.Tests.Operations;

/// <summary>What a collector hears of the program, as a process.</summary>
public sealed class TelemetryTests(SqliteInstallation installation) : IClassFixture<SqliteInstallation>
{
    private const string Caller = "+12125550147";

    [Fact]
    public async Task A_collector_gets_metrics_traces_and_logs_of_a_call_and_no_phone_number()
    {
        await using var collector = await TelemetryCollector.StartAsync();
        await installation.SucceedsAsync("migrate");
        await installation.SucceedsAsync("seed", "--numbers", "1");
        installation.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address;
        installation.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        installation.Environment["OTEL_METRIC_EXPORT_INTERVAL"] = "300";
        installation.Environment["OTEL_BSP_SCHEDULE_DELAY"] = "300";
        await using var program = installation.Serve();
        using var client = await program.ListensAsync();
        using var line = new TwilioSimulator(new TwilioSimulatorOptions
        {
            AccountSid = installation.Environment["Twilio__AccountSid"],
            AuthToken = installation.Environment["Twilio__AuthToken"],
            PublicBaseUrl = new Uri(installation.Environment["PublicBaseUrl"]),
            AppAddress = client.BaseAddress,
        });

        var call = await line.PlaceCallAsync(
            new PhoneCall { From = Caller, To = "+15550000000", Owner = OwnerPhone.RingsOut(), Caller = CallerBehaviour.StaysSilent() },
            TestContext.Current.CancellationToken);

        await collector.HearsAsync("/v1/metrics", "maskedvoicemail.calls");
        await collector.HearsAsync("/v1/metrics", "maskedvoicemail.steps.due");
        await collector.HearsAsync("/v1/metrics", "http.server.request.duration");
        await collector.HearsAsync("/v1/traces", call.CallSid);
        await collector.HearsAsync("/v1/logs", "masked-voicemail");
        Assert.DoesNotContain(Caller[1..], collector.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("15550000000", collector.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("15560000000", collector.Everything, StringComparison.Ordinal);
    }
}
