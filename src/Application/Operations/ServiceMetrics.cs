using System.Collections.Frozen;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Operations;

namespace MaskedVoicemail.Application.Operations;

/// <summary>What this service counts, beside what ASP.NET Core, HttpClient and Npgsql count themselves. docs/operations.md lists all of it with the alerts.</summary>
public sealed class ServiceMetrics : IDisposable
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "MaskedVoicemail";

    /// <summary>Spans of background steps.</summary>
    public static readonly ActivitySource Activities = new(Name);

    private static readonly FrozenDictionary<CallRoute, KeyValuePair<string, object?>> Routes =
        Enum.GetValues<CallRoute>().ToFrozenDictionary(route => route, route => KeyValuePair.Create("route", (object?)route.ToString()));

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _calls;
    private readonly Counter<long> _foundReports;
    private readonly Counter<long> _corrections;
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _partnerRequests;

    public ServiceMetrics()
    {
        _calls = _meter.CreateCounter<long>("maskedvoicemail.calls", "{call}", "Calls by the way they were sent; Emergency: without the database.");
        _foundReports = _meter.CreateCounter<long>("maskedvoicemail.reports.found", "{report}", "Recordings found at Twilio whose report never came.");
        _corrections = _meter.CreateCounter<long>("maskedvoicemail.quota.corrections", "{subscription}", "Counters that did not fit the ledger.");
        _attempts = _meter.CreateCounter<long>("maskedvoicemail.steps.attempts", "{attempt}", "Attempts at background steps, by kind and outcome.");
        _partnerRequests = _meter.CreateCounter<long>("maskedvoicemail.partner.requests", "{request}", "Requests to partners, by outcome.");
        _meter.CreateObservableGauge("maskedvoicemail.steps.due", () => Measure(kind => kind.Due), "{step}", "Steps that are due.");
        _meter.CreateObservableGauge("maskedvoicemail.steps.age", () => Measure(kind => kind.OldestSeconds), "s", "How long the oldest due step has waited.");
        _meter.CreateObservableGauge("maskedvoicemail.steps.failed", () => Measure(kind => kind.Failed), "{step}", "Steps that were given up.");
        _meter.CreateObservableGauge("maskedvoicemail.audio.missing", () => MissingAudio, "{voicemail}", "Messages whose audio the nightly comparison missed.");
        _meter.CreateObservableGauge("maskedvoicemail.voicemails.expected.age", () => Queue.OldestExpectedSeconds, "s", "How long the oldest message has been expected.");
    }

    /// <summary>What waits, as it was last read.</summary>
    public QueueState Queue { get; set; } = QueueState.Empty;

    /// <summary>Messages without their file, by the last comparison on this node.</summary>
    public int MissingAudio { get; set; }

    public void CallRouted(CallRoute route) => _calls.Add(1, Routes[route]);

    public void ReportFound() => _foundReports.Add(1);

    public void UsageCorrected() => _corrections.Add(1);

    /// <param name="kind">Which step.</param>
    /// <param name="outcome">done, retry or given_up.</param>
    public void StepAttempted(StepKind kind, string outcome) =>
        _attempts.Add(1, KeyValuePair.Create("kind", (object?)kind.ToString()), KeyValuePair.Create("outcome", (object?)outcome));

    /// <param name="partner">Whom.</param>
    /// <param name="outcome">ok, not_found, rejected, refused, rate_limited, server_error, unreachable or left_alone.</param>
    public void PartnerAnswered(string partner, string outcome) =>
        _partnerRequests.Add(1, KeyValuePair.Create("partner", (object?)partner), KeyValuePair.Create("outcome", (object?)outcome));

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<double>> Measure(Func<QueuedKind, double> value) =>
        Queue.Kinds.Select(kind => new Measurement<double>(value(kind), KeyValuePair.Create("kind", (object?)kind.Kind.ToString())));
}
