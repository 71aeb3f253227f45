namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>
/// Whether calls, and reports on what callers have said, come in faster than one at a time can be answered. The work that can wait makes way then, but
/// comes to its turn however long that lasts (docs/decisions/0018).
/// </summary>
internal sealed class Crowd(TimeProvider clock)
{
    /// <summary>So many that came in together are a crowd. At ordinary times it is one or two.</summary>
    private const int Size = 8;

    /// <summary>How long a crowd is taken to go on, once seen.</summary>
    private static readonly TimeSpan Lull = TimeSpan.FromMilliseconds(50);

    /// <summary>Nobody makes way for longer.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(250);

    private readonly long _lull = (long)(Lull.TotalSeconds * clock.TimestampFrequency);

    /// <summary>By the clock's timestamps.</summary>
    private long _until = long.MinValue;

    public void Notice(int together)
    {
        if (together >= Size)
        {
            Volatile.Write(ref _until, clock.GetTimestamp() + _lull);
        }
    }

    /// <summary>Waits for the crowd to pass, and for a while at most.</summary>
    public async Task MakeWayAsync(CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; waited < LongestWait && clock.GetTimestamp() < Volatile.Read(ref _until); waited += Lull)
        {
            await Task.Delay(Lull, clock, cancellationToken);
        }
    }
}
