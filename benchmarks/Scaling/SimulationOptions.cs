using System.CommandLine;

namespace MaskedVoicemail.Scaling;

/// <summary>What can be said of a simulation on the command line. Without an option, the records' own values hold.</summary>
internal sealed class SimulationOptions
{
    private static readonly Setup Usual = new();

    private readonly Option<int[]> _nodes = new("--nodes") { DefaultValueFactory = _ => [1, 2, 5, 10], AllowMultipleArgumentsPerToken = true };
    private readonly Option<int[]> _databases = new("--databases") { DefaultValueFactory = _ => [1], AllowMultipleArgumentsPerToken = true };
    private readonly Option<int> _nodeProcessors = new("--node-processors") { DefaultValueFactory = _ => Usual.NodeProcessors };
    private readonly Option<int> _databaseProcessors = new("--database-processors") { DefaultValueFactory = _ => Usual.DatabaseProcessors };
    private readonly Option<bool> _oneMachine = new("--one-machine") { Description = "One node shares its processors with the database." };
    private readonly Option<int> _subscriptions = new("--subscriptions") { DefaultValueFactory = _ => Usual.Subscriptions };
    private readonly Option<double> _hot = new("--hot") { Description = "The share of calls that go to one subscription." };
    private readonly Option<double> _reports = new("--reports") { Description = "Later reports on each call, which are work for both." };
    private readonly Option<double> _burst = new("--burst") { DefaultValueFactory = _ => 1, Description = "So many times as many calls, for a second out of five." };
    private readonly Option<double> _seconds = new("--seconds") { DefaultValueFactory = _ => 6 };
    private readonly Option<int> _seed = new("--seed") { DefaultValueFactory = _ => 1 };

    private readonly Option<double> _nodeCall = Microseconds("--node-call", Usual.Costs.NodeCall);
    private readonly Option<double> _nodeReport = Microseconds("--node-report", Usual.Costs.NodeReport);
    private readonly Option<double> _databaseCall = Microseconds("--database-call", Usual.Costs.DatabaseCall);
    private readonly Option<double> _databaseBatch = Microseconds("--database-batch", Usual.Costs.DatabaseBatch);
    private readonly Option<double> _databaseReport = Microseconds("--database-report", Usual.Costs.DatabaseReport);
    private readonly Option<double> _flushMedian = Microseconds("--flush-median", Usual.Costs.FlushMedian);
    private readonly Option<double> _flush99 = Microseconds("--flush-99", Usual.Costs.Flush99);
    private readonly Option<double> _roundTrip = Microseconds("--round-trip", Usual.Costs.RoundTrip);
    private readonly Option<double> _variation = new("--variation") { DefaultValueFactory = _ => Usual.Costs.Variation };
    private readonly Option<double> _logBytes = new("--log-bytes") { DefaultValueFactory = _ => Usual.Costs.LogBytes, Description = "A call." };
    private readonly Option<double> _logSpeed = new("--log-speed") { DefaultValueFactory = _ => Usual.Costs.LogSpeed, Description = "In MB/s." };

    public void AddTo(Command command)
    {
        Option[] options =
        [
            _nodes, _databases, _nodeProcessors, _databaseProcessors, _oneMachine, _subscriptions, _hot, _reports, _burst, _seconds, _seed,
            _nodeCall, _nodeReport, _databaseCall, _databaseBatch, _databaseReport, _flushMedian, _flush99, _roundTrip, _variation, _logBytes, _logSpeed,
        ];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }
    }

    public double Seconds(ParseResult arguments) => arguments.GetValue(_seconds);

    public int Seed(ParseResult arguments) => arguments.GetValue(_seed);

    /// <param name="arguments">What was asked for.</param>
    /// <param name="rate">Calls a second.</param>
    public Traffic Traffic(ParseResult arguments, double rate) =>
        new(rate) { Reports = arguments.GetValue(_reports), BurstFactor = arguments.GetValue(_burst) };

    /// <returns>One for each number of databases and of nodes.</returns>
    public IEnumerable<Setup> Setups(ParseResult arguments) =>
        from databases in arguments.GetValue(_databases)!
        from nodes in arguments.GetValue(_nodes)!
        select new Setup
        {
            Nodes = nodes,
            Databases = databases,
            NodeProcessors = arguments.GetValue(_nodeProcessors),
            DatabaseProcessors = arguments.GetValue(_databaseProcessors),
            IsOneMachine = arguments.GetValue(_oneMachine),
            Subscriptions = arguments.GetValue(_subscriptions),
            HotShare = arguments.GetValue(_hot),
            Costs = Costs(arguments),
        };

    private static Option<double> Microseconds(string name, double usual) => new(name) { DefaultValueFactory = _ => usual, Description = "In microseconds." };

    private Costs Costs(ParseResult arguments) => new()
    {
        NodeCall = arguments.GetValue(_nodeCall),
        NodeReport = arguments.GetValue(_nodeReport),
        DatabaseCall = arguments.GetValue(_databaseCall),
        DatabaseBatch = arguments.GetValue(_databaseBatch),
        DatabaseReport = arguments.GetValue(_databaseReport),
        FlushMedian = arguments.GetValue(_flushMedian),
        Flush99 = arguments.GetValue(_flush99),
        RoundTrip = arguments.GetValue(_roundTrip),
        Variation = arguments.GetValue(_variation),
        LogBytes = arguments.GetValue(_logBytes),
        LogSpeed = arguments.GetValue(_logSpeed),
    };
}
