using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace MaskedVoicemail.Fault.Tests.Support;

/// <summary>Kills nodes at random moments while people call, then waits until all has settled and compares the books.</summary>
/// <param name="cluster">Its nodes are killed in turns and started again at once.</param>
/// <param name="kills">How many.</param>
/// <param name="seed">Repeats the choices, though not the moments.</param>
public sealed class KillRun(Cluster cluster, int kills, int seed)
{
    private const int Callers = 3;
    private const int DownloadsAtOnce = 4;

    private static readonly TimeSpan CallersPause = TimeSpan.FromMilliseconds(1500);
    private static readonly TimeSpan LongestWork = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan LongestStart = TimeSpan.FromMilliseconds(900);
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(10);
    /// <summary>A node that starts is slow at first; it is let into its work before the next one falls, or no work would ever be interrupted.</summary>
    private readonly int _answersBeforeTheNext = cluster.Nodes.Count > 1 ? 3 : 20;

    private readonly Random _random = new(seed);
    private int _kills;
    private int _whileStarting;
    private int _together;
    private int _leftovers;
    private TimeSpan _took;
    private TimeSpan _settledAfter;
    private Audit? _audit;

    /// <param name="afterEach">What is looked at while the killed node is down.</param>
    public async Task RunAsync(Func<Task>? afterEach = null)
    {
        var clock = Stopwatch.StartNew();
        var numbers = await cluster.HasNumbersAsync(8, (i, forwarding) => forwarding with { IsEnabled = i % 2 == 0, IsTranscribed = i % 4 < 2 });
        await cluster.StartAsync();
        await using var stream = new CallStream(cluster, numbers, Callers, CallersPause, seed);
        stream.Start();
        while (_kills < kills)
        {
            await KillSomethingAsync(afterEach ?? (() => Task.CompletedTask));
            await ReportAsync(clock.Elapsed);
        }

        await stream.StopAsync();
        _took = clock.Elapsed;
        _settledAfter = await Settled.WaitAsync(cluster);
        _leftovers = cluster.CountUnfinishedFiles();
        _audit = await Audit.OfAsync(cluster);
    }

    public void MustBeFlawless()
    {
        _audit!.MustBeFlawless(Figures());

        // A killed process can leave what it was downloading, which the next sweep removes; nobody else leaves anything.
        Assert.InRange(_leftovers, 0, _kills * DownloadsAtOnce);
    }

    public string Figures()
    {
        var audit = _audit ?? throw new InvalidOperationException("It was not run.");
        (string What, object Figure)[] rows =
        [
            ("kill -9", _kills),
            ("… of them while the node started", _whileStarting),
            ("… of them both nodes at once", _together),
            ("Calls", audit.Calls),
            ("Messages left", audit.Messages),
            ("Recording callbacks acknowledged", audit.Acknowledged),
            ("Never acknowledged", audit.Messages - audit.Acknowledged),
            ("… and kept all the same", audit.KeptUnacknowledged),
            ("**Acknowledged messages lost**", audit.Lost),
            ("**Messages doubled**", audit.Doubled),
            ("**Audio not equal byte for byte**", audit.WrongAudio),
            ("**E-mails missing**", audit.MailsMissing),
            ("Second e-mails, a kill between SendGrid's 202 and our commit", audit.SecondMailsByInterruptions),
            ("**Second e-mails otherwise**", audit.SecondMailsOtherwise),
            ("**Units of quota too many or too few**", audit.QuotaDrift),
            ("**Rows in a state that they cannot leave**", audit.Stuck),
            ("**Twilio's copies deleted before ours was whole**", audit.DeletedTooEarly),
            ("Files that kills left half-way, for the next sweep", _leftovers),
            ("Settled after the last call", $"{_settledAfter.TotalSeconds:0} s"),
            ("Took", _took.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)),
            ("Seed", seed.ToString(CultureInfo.InvariantCulture)),
        ];
        var table = new StringBuilder("| Figure | |\n|---|---:|\n");
        foreach (var (what, figure) in rows)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {what} | {figure:N0} |\n");
        }

        return table.ToString();
    }

    private async Task KillSomethingAsync(Func<Task> afterEach)
    {
        var victim = cluster.Nodes[_kills % cluster.Nodes.Count];
        var chance = _random.Next(10);
        if (chance == 0 && cluster.Nodes.Count > 1 && kills - _kills >= cluster.Nodes.Count)
        {
            await Task.Delay(LongestWork * _random.NextDouble());
            await Task.WhenAll(cluster.Nodes.Select(node => node.KillAsync()));
            _kills += cluster.Nodes.Count;
            _together += cluster.Nodes.Count;
            await afterEach();
            await cluster.StartAsync();
            await WorksAsync(victim);
            return;
        }

        await Task.Delay(LongestWork * _random.NextDouble());
        await victim.KillAsync();
        _kills++;
        await afterEach();
        victim.Start();
        if (chance == 1 && _kills < kills)
        {
            await Task.Delay(LongestStart * _random.NextDouble());
            await victim.KillAsync();
            _kills++;
            _whileStarting++;
            await afterEach();
            victim.Start();
        }

        await victim.ListensAsync();
        await WorksAsync(victim);
    }

    private async Task WorksAsync(Node node)
    {
        var clock = Stopwatch.StartNew();
        while (node.Answers < _answersBeforeTheNext && clock.Elapsed < LongestWarmUp)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private async Task ReportAsync(TimeSpan elapsed)
    {
        if (_kills % 100 == 0)
        {
            TestContext.Current.SendDiagnosticMessage($"{elapsed:h\\:mm\\:ss} {_kills} kills, {cluster.Ledger.Count} calls, {await cluster.ReadAsync(Books.CountOpenAsync)} things to do");
        }
    }
}
