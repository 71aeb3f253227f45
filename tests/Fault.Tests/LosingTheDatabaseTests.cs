using System.Net;
using MaskedVoicemail.Fault.Tests.Support;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Fault.Tests;

public sealed class LosingTheDatabaseTests
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(12);
    private readonly List<TimeSpan> _answers = [];
    private readonly List<string> _complaints = [];

    [Fact]
    public async Task While_PostgreSQL_is_away_callers_are_answered_and_reports_refused_and_afterwards_nothing_is_missing()
    {
        await using var postgres = await StoppablePostgres.StartAsync();
        await using var installation = new PostgreSqlInstallation(postgres.ConnectionString);
        await installation.InitializeAsync();
        await using var cluster = await Cluster.CreateAsync(installation, nodes: 2);
        var numbers = await cluster.HasNumbersAsync(4, (i, forwarding) => forwarding with { IsEnabled = i % 2 == 0 });
        await cluster.StartAndRunInAsync();
        await using var stream = new CallStream(cluster, numbers, callers: 3, pause: TimeSpan.FromMilliseconds(500), seed: 1);
        stream.Start();
        await MessagesArriveAsync(cluster, 10);

        await postgres.StopAsync();
        foreach (var node in cluster.Nodes)
        {
            node.Interrupt();
        }

        await EachIsReadyAsync(cluster, HttpStatusCode.ServiceUnavailable);
        for (var until = DateTime.UtcNow + Outage; DateTime.UtcNow < until; await Task.Delay(200, TestContext.Current.CancellationToken))
        {
            await LookAsync(cluster, numbers[0]);
        }

        await postgres.StartAgainAsync();
        await EachIsReadyAsync(cluster, HttpStatusCode.OK);
        await MessagesArriveAsync(cluster, 10);
        await stream.StopAsync();
        cluster.Line.Faults.Clear();

        await Figures.PublishAsync($"Voice webhook without the database: {_answers.Count} answers, slowest {_answers.Max().TotalMilliseconds:0} ms.");
        Assert.Empty(_complaints.Distinct());
        Assert.True(_answers.Max() < TimeSpan.FromSeconds(2), $"The slowest answer took {_answers.Max()}");
        await Audit.MustBeFlawlessAsync(cluster);
    }

    private static Task<TimeSpan> MessagesArriveAsync(Cluster cluster, int count)
    {
        var before = CountAcknowledged();
        return Patiently.AwaitAsync(() => CountAcknowledged() >= before + count, $"{count} messages were reported");

        int CountAcknowledged() => cluster.Ledger.Count(entry => entry.LeftMessage && entry.Has(WebhookKind.RecordingStatusCallback));
    }

    private static async Task EachIsReadyAsync(Cluster cluster, HttpStatusCode status)
    {
        foreach (var node in cluster.Nodes)
        {
            await Patiently.AwaitAsync(async () => await AskAsync(node, "readyz") == status, $"/readyz of node {node.Name} answers {status}");
        }
    }

    private async Task LookAsync(Cluster cluster, TestNumber number)
    {
        foreach (var node in cluster.Nodes)
        {
            MustBe(HttpStatusCode.OK, await AskAsync(node, "healthz"), "/healthz");
            MustBe(HttpStatusCode.ServiceUnavailable, await AskAsync(node, "readyz"), "/readyz");
        }

        var call = new WebhookParameters
        {
            { "AccountSid", cluster.Line.Options.AccountSid }, { "CallSid", Sid.New("CA") }, { "From", "+14155560001" }, { "To", number.E164 }, { "CallStatus", "ringing" },
        };
        var answer = await cluster.Line.SendAsync("/webhook/voice", call);
        _answers.Add(answer.Took);
        MustBe(HttpStatusCode.OK, (HttpStatusCode?)answer.StatusCode, "the voice webhook");
        if (!answer.Body.Contains("<Say", StringComparison.Ordinal))
        {
            _complaints.Add($"The caller heard nothing: {answer.Body}");
        }

        var report = call.With("RecordingSid", Sid.New("RE")).With("RecordingStatus", "completed").With("RecordingDuration", "3");
        MustBe(HttpStatusCode.ServiceUnavailable, (HttpStatusCode?)(await cluster.Line.SendAsync("/webhook/voicemail-callback", report)).StatusCode, "the recording callback");
        MustBe(HttpStatusCode.ServiceUnavailable, (HttpStatusCode?)(await cluster.Line.SendAsync("/webhook/call-status", call.With("CallStatus", "completed"))).StatusCode, "the status callback");
    }

    private void MustBe(HttpStatusCode expected, HttpStatusCode? actual, string what)
    {
        if (actual != expected)
        {
            _complaints.Add($"{what} answered {actual}, not {expected}");
        }
    }

    private static async Task<HttpStatusCode> AskAsync(Node node, string path)
    {
        using var answer = await node.Client.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
