namespace MaskedVoicemail.Scaling;

internal sealed record Outcome
{
    /// <summary>A caller should not notice the wait, in microseconds.</summary>
    private const double LongestWait = 1e6;

    /// <summary>Where waits grow by so much from the first third to the last, in microseconds, more calls come than are answered.</summary>
    private const double Growth = 0.1e6;

    public required int Arrived { get; init; }

    public required int Answered { get; init; }

    /// <summary>Of each call after the first quarter of the time, from its arrival to its answer, in microseconds and in order of size.</summary>
    public required IReadOnlyList<double> Waits { get; init; }

    /// <summary>Of the first third of what is counted, in microseconds.</summary>
    public required double EarlyMedian { get; init; }

    /// <summary>Of the last third of what is counted, in microseconds.</summary>
    public required double LateMedian { get; init; }

    /// <summary>How busy the nodes' processors are. Where node and database share a machine: how busy both together keep it.</summary>
    public required double NodeShare { get; init; }

    public required double DatabaseShare { get; init; }

    /// <summary>For how much of the time the log is being written to disk.</summary>
    public required double LogShare { get; init; }

    public required double CallsABatch { get; init; }

    public required double CommitsAWrite { get; init; }

    /// <summary>Batches that were given up because of a lock, and whose calls went alone.</summary>
    public required int Broken { get; init; }

    /// <summary>99 % of the calls are answered within a second, and that will stay so.</summary>
    public bool IsSustained => Percentile(0.99) < LongestWait && LateMedian - EarlyMedian < Growth;

    /// <summary>In microseconds.</summary>
    public double Percentile(double share) => Waits.Count == 0 ? 0 : Waits[Math.Min(Waits.Count - 1, (int)(Waits.Count * share))];
}
