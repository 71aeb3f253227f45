namespace MaskedVoicemail.Scaling;

/// <summary>Who takes the calls.</summary>
internal sealed record Setup
{
    public Costs Costs { get; init; } = new();

    /// <summary>Processes of the service, which take calls in turns.</summary>
    public int Nodes { get; init; } = 1;

    /// <summary>Of each node.</summary>
    public int NodeProcessors { get; init; } = 2;

    /// <summary>PostgreSQL servers, each with a part of the numbers.</summary>
    public int Databases { get; init; } = 1;

    /// <summary>Of each database.</summary>
    public int DatabaseProcessors { get; init; } = 8;

    /// <summary>One node and its database share the node's processors.</summary>
    public bool IsOneMachine { get; init; }

    /// <summary>Over so many subscriptions the calls are spread.</summary>
    public int Subscriptions { get; init; } = 1_000_000;

    /// <summary>The share of calls that go to one and the same subscription.</summary>
    public double HotShare { get; init; }

    /// <summary>Calls a second at which the processors have nothing left, with full batches. No order of events can carry more.</summary>
    /// <param name="reports">Later reports on each call.</param>
    public double Ceiling(double reports)
    {
        var node = Costs.NodeCall + (reports * Costs.NodeReport);
        var database = Costs.DatabaseCall + (Costs.DatabaseBatch / Batches.MostCalls) + (reports * Costs.DatabaseReport);
        return 1e6 * (IsOneMachine
            ? NodeProcessors / (node + database)
            : Math.Min(Nodes * NodeProcessors / node, Databases * DatabaseProcessors / database));
    }
}
