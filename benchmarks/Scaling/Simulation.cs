namespace MaskedVoicemail.Scaling;

/// <summary>Calls come for a while and are all answered.</summary>
/// <param name="setup">Who takes them.</param>
/// <param name="traffic">How they come.</param>
/// <param name="seconds">How long they come. The first quarter fills the queues and is not counted.</param>
/// <param name="seed">The same seed gives the same outcome.</param>
internal sealed class Simulation(Setup setup, Traffic traffic, double seconds, int seed)
{
    private readonly Agenda _agenda = new();
    private readonly Draws _arrivals = new(seed);
    private readonly Draws _work = new(seed + 1);
    private readonly Draws _reports = new(seed + 2);
    private readonly List<Database> _databases = [];
    private readonly List<Node> _nodes = [];
    private readonly List<Processors> _nodeProcessors = [];
    private readonly List<(double ArrivedAt, double Wait)> _answers = [];
    private int _arrived;

    public Outcome Run()
    {
        Build();
        var (begin, end) = (seconds * 0.25e6, seconds * 1e6);
        (double Node, double Database, double Log, int Writes, int Commits, int Batches, int Calls) before = default, after = default;
        _agenda.In(begin, () => before = Read());
        _agenda.In(end, () => after = Read());
        Arrive(end);
        if (traffic.Reports > 0)
        {
            Report(end);
        }

        _agenda.Run();

        var time = end - begin;
        return new Outcome
        {
            Arrived = _arrived,
            Answered = _answers.Count,
            Waits = [.. _answers.Where(answer => answer.ArrivedAt >= begin).Select(answer => answer.Wait).Order()],
            EarlyMedian = Median(begin, begin + (time / 3)),
            LateMedian = Median(end - (time / 3), end),
            NodeShare = (after.Node - before.Node) / time / _nodeProcessors.Sum(processors => processors.Count),
            DatabaseShare = (after.Database - before.Database) / time / _databases.Select(database => database.Processors).Distinct().Sum(processors => processors.Count),
            LogShare = (after.Log - before.Log) / time / _databases.Count,
            CallsABatch = (double)(after.Calls - before.Calls) / Math.Max(1, after.Batches - before.Batches),
            CommitsAWrite = (double)(after.Commits - before.Commits) / Math.Max(1, after.Writes - before.Writes),
            Broken = _databases.Sum(database => database.Broken),
        };
    }

    private void Build()
    {
        for (var index = 0; index < setup.Nodes; index++)
        {
            _nodeProcessors.Add(new Processors(_agenda, setup.NodeProcessors));
        }

        for (var index = 0; index < setup.Databases; index++)
        {
            var processors = setup.IsOneMachine ? _nodeProcessors[0] : new Processors(_agenda, setup.DatabaseProcessors);
            _databases.Add(new Database(_agenda, setup.Costs, processors, new WriteAheadLog(_agenda, setup.Costs, _work), _work));
        }

        foreach (var processors in _nodeProcessors)
        {
            _nodes.Add(new Node(_agenda, setup.Costs, processors, _databases, _work, call => _answers.Add((call.ArrivedAt, _agenda.Now - call.ArrivedAt))));
        }
    }

    private void Arrive(double end) => _agenda.In(traffic.Next(_agenda.Now, _arrivals), () =>
    {
        if (_agenda.Now >= end)
        {
            return;
        }

        var isHot = setup.HotShare > 0 && _arrivals.Happens(setup.HotShare);
        _nodes[_arrived++ % _nodes.Count].Take(new Call(_agenda.Now, isHot ? 0 : _arrivals.Below(setup.Subscriptions)));
        Arrive(end);
    });

    private void Report(double end) => _agenda.In(_reports.Exponential(1e6 / (traffic.Rate * traffic.Reports)), () =>
    {
        if (_agenda.Now < end)
        {
            _nodes[_reports.Below(_nodes.Count)].Report(_reports.Below(setup.Subscriptions));
            Report(end);
        }
    });

    private (double Node, double Database, double Log, int Writes, int Commits, int Batches, int Calls) Read() => (
        _nodeProcessors.Sum(processors => processors.Spent),
        _databases.Select(database => database.Processors).Distinct().Sum(processors => processors.Spent),
        _databases.Sum(database => database.Log.Spent),
        _databases.Sum(database => database.Log.Writes),
        _databases.Sum(database => database.Log.Commits),
        _databases.Sum(database => database.Batches),
        _databases.Sum(database => database.Calls));

    private double Median(double from, double to)
    {
        double[] waits = [.. _answers.Where(answer => answer.ArrivedAt >= from && answer.ArrivedAt < to).Select(answer => answer.Wait).Order()];
        return waits.Length == 0 ? 0 : waits[waits.Length / 2];
    }
}
