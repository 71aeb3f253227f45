namespace MaskedVoicemail.Simulator;

/// <summary>How long the seconds of a simulated call take.</summary>
public sealed class Pace
{
    private readonly Func<TimeSpan, CancellationToken, Task> _wait;

    private Pace(Func<TimeSpan, CancellationToken, Task> wait)
    {
        _wait = wait;
    }

    /// <summary>No time at all, for tests.</summary>
    public static Pace Immediate { get; } = new((_, _) => Task.CompletedTask);

    /// <summary>A second of the call takes <paramref name="factor"/> seconds, for people who watch.</summary>
    public static Pace Scaled(double factor) => new((time, cancellationToken) => Task.Delay(time * factor, cancellationToken));

    /// <summary>Whatever <paramref name="wait"/> does, such as moving a test's clock.</summary>
    public static Pace By(Func<TimeSpan, CancellationToken, Task> wait) => new(wait);

    internal Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) => _wait(time, cancellationToken);
}
