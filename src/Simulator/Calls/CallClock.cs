namespace MaskedVoicemail.Simulator.Calls;

/// <summary>The time inside a call: it stands still except where something takes time.</summary>
internal sealed class CallClock(DateTimeOffset start, Pace pace)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    public TimeSpan Elapsed { get; private set; }

    public DateTimeOffset Now => start + Elapsed;

    /// <summary>False when <paramref name="isInterrupted"/> cut it short.</summary>
    public async Task<bool> AdvanceToAsync(TimeSpan target, Func<bool> isInterrupted, CancellationToken cancellationToken)
    {
        while (Elapsed < target)
        {
            if (isInterrupted())
            {
                return false;
            }

            var step = target - Elapsed < Step ? target - Elapsed : Step;
            await pace.WaitAsync(step, cancellationToken);
            Elapsed += step;
        }

        return true;
    }
}
