using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using MaskedVoicemail.Application.Operations;

namespace MaskedVoicemail.Unit.Tests.Operations;

/// <summary>An alert on a metric that nobody emits never rings.</summary>
public sealed partial class AlertsTests
{
    [Fact]
    public void Every_metric_of_an_alert_is_one_that_the_service_emits()
    {
        var alerts = File.ReadAllText(RepositoryFile("deploy/alerts.yaml"));

        Assert.All(OwnMetric().Matches(alerts).Select(match => match.Value).Distinct(), name => Assert.Contains(name, EmittedNames()));
    }

    [Fact]
    public void Every_own_metric_is_described_to_operators()
    {
        // The guide names the three of the queue together.
        var guide = File.ReadAllText(RepositoryFile("docs/operations.md")).Replace("`.age`, `.failed`", "`maskedvoicemail.steps.age`, `maskedvoicemail.steps.failed`");

        Assert.All(Instruments().Select(instrument => instrument.Name), name => Assert.Contains($"`{name}`", guide));
    }

    [Fact]
    public void Every_alert_says_what_to_do()
    {
        var alerts = AlertName().Matches(File.ReadAllText(RepositoryFile("deploy/alerts.yaml"))).Select(match => match.Groups["name"].Value).ToList();
        var guide = File.ReadAllText(RepositoryFile("docs/operations.md"));

        Assert.NotEmpty(alerts);
        Assert.All(alerts, name => Assert.Contains($"| {name} |", guide));
    }

    /// <summary>As Prometheus spells them: https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/</summary>
    private static IEnumerable<string> EmittedNames() => Instruments().Select(instrument =>
        instrument.Name.Replace('.', '_') + (instrument.Unit == "s" ? "_seconds" : "") + (instrument is Counter<long> ? "_total" : ""));

    private static List<Instrument> Instruments()
    {
        var found = new List<Instrument>();
        using var listener = new MeterListener();
        using var metrics = new ServiceMetrics();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == ServiceMetrics.Name)
            {
                found.Add(instrument);
            }
        };
        listener.Start();
        return found;
    }

    private static string RepositoryFile(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../..", path));

    [GeneratedRegex(@"maskedvoicemail_\w+")]
    private static partial Regex OwnMetric();

    [GeneratedRegex(@"alert: (?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex AlertName();
}
