namespace MaskedVoicemail.Scaling;

/// <summary>One process of the service. It knows which database has a number, and keeps a queue for each.</summary>
internal sealed class Node
{
    private readonly Costs _costs;
    private readonly Draws _draws;
    private readonly IReadOnlyList<Database> _databases;
    private readonly Batches[] _batches;

    /// <param name="agenda">Time.</param>
    /// <param name="costs">What a call costs.</param>
    /// <param name="processors">Its own.</param>
    /// <param name="databases">All of them.</param>
    /// <param name="draws">Chance.</param>
    /// <param name="answered">A call's answer is on its way to the caller.</param>
    public Node(Agenda agenda, Costs costs, Processors processors, IReadOnlyList<Database> databases, Draws draws, Action<Call> answered)
    {
        _costs = costs;
        _draws = draws;
        _databases = databases;
        Processors = processors;
        _batches = [.. databases.Select(database => new Batches(agenda, (batch, done) => database.Decide(batch, Answer, done)))];

        void Answer(Call call) => processors.Run(Cost(1 - costs.NodeBefore), () => answered(call));
    }

    public Processors Processors { get; }

    public void Take(Call call) => Processors.Run(Cost(_costs.NodeBefore), () => _batches[call.Subscription % _batches.Length].Add(call));

    /// <summary>A later report on a call.</summary>
    public void Report(int subscription) =>
        Processors.Run(_draws.Around(_costs.NodeReport, _costs.Variation), _databases[subscription % _databases.Count].Report);

    private double Cost(double share) => _draws.Around(_costs.NodeCall * share, _costs.Variation);
}
