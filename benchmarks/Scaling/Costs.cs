namespace MaskedVoicemail.Scaling;

/// <summary>
/// What one call costs and how long the disk and the network take: all that the simulation takes from measurements stands here. Times are in
/// microseconds, of one processor where it is processor time.
/// </summary>
internal sealed record Costs
{
    /// <summary>
    /// A node's processor time for a call: signature, form, decision, TwiML, logging. Near what <c>benchmarks/run.sh</c> measures of a process that has
    /// been under load for minutes (column "server µs", 256 connections: 82 to 120, as the machine's neighbours let it).
    /// </summary>
    public double NodeCall { get; init; } = 100;

    /// <summary>How much of <see cref="NodeCall"/> is spent before the database is asked. An assumption: the answer is written afterwards.</summary>
    public double NodeBefore { get; init; } = 0.7;

    /// <summary>
    /// PostgreSQL's processor time for each call of a batch. Column "PostgreSQL µs" of <c>benchmarks/run.sh</c> is this and the next one's share: 66 with
    /// 32 connections, 60 with 256.
    /// </summary>
    public double DatabaseCall { get; init; } = 58;

    /// <summary>PostgreSQL's processor time for a batch, however many calls are in it.</summary>
    public double DatabaseBatch { get; init; } = 250;

    /// <summary>
    /// A node's processor time for a later report on a call (what became of the dialling, the call's end, its recording). An assumption until the
    /// recording callback's is measured.
    /// </summary>
    public double NodeReport { get; init; } = 200;

    /// <summary>PostgreSQL's processor time for such a report, which commits by itself. An assumption: what one statement and one commit cost the yardstick.</summary>
    public double DatabaseReport { get; init; } = 260;

    /// <summary>How far a piece of processor work is from its mean: standard deviation ÷ mean. An assumption.</summary>
    public double Variation { get; init; } = 0.5;

    /// <summary>The median time of writing the log to disk (fsync). An assumption: an SSD in a data centre, without a cache that survives power cuts.</summary>
    public double FlushMedian { get; init; } = 1_500;

    /// <summary>The 99th percentile of it: now and then other traffic comes first.</summary>
    public double Flush99 { get; init; } = 8_000;

    /// <summary>
    /// Bytes of log that a call leaves, or a report on one: measured by <c>benchmarks/Scaling/sizes.sh</c> with small tables. With tables of many months
    /// each call may be the first since a checkpoint to touch a page of two indexes, and each such page is logged whole: 8 KiB more for either.
    /// </summary>
    public double LogBytes { get; init; } = 1_000;

    /// <summary>Bytes a microsecond that the log's disk takes in: 500 MB/s.</summary>
    public double LogSpeed { get; init; } = 500;

    /// <summary>From a node to its database and back, on another machine of the same place. An assumption.</summary>
    public double RoundTrip { get; init; } = 300;
}
