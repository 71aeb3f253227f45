using MaskedVoicemail.Infrastructure.Operations;

namespace MaskedVoicemail.Delivery.Tests.Operations;

/// <summary>Steps and callers share the processors.</summary>
public sealed class MakingWayForCallersTests
{
    private readonly StoppedClock _clock = new();
    private readonly Crowd _crowd;

    public MakingWayForCallersTests() => _crowd = new Crowd(_clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_step_runs_at_once_while_few_call()
    {
        _crowd.Notice(together: 7);

        Assert.True(_crowd.MakeWayAsync(Cancellation).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_step_makes_way_for_a_crowd_of_callers_and_comes_to_its_turn_however_long_that_lasts()
    {
        _crowd.Notice(together: 8);

        var step = _crowd.MakeWayAsync(Cancellation);

        Assert.False(step.IsCompleted);
        await step;
    }

    [Fact]
    public void A_step_runs_at_once_when_the_crowd_has_passed()
    {
        _crowd.Notice(together: 8);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(_crowd.MakeWayAsync(Cancellation).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_step_that_makes_way_does_not_keep_the_program_from_ending()
    {
        using var stopping = new CancellationTokenSource();
        _crowd.Notice(together: 8);
        var step = _crowd.MakeWayAsync(stopping.Token);

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => step);
    }

    /// <summary>Its timestamps stand still until they are moved; timers run by real time.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        private long _timestamp;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _timestamp;

        public void Advance(TimeSpan time) => _timestamp += time.Ticks;
    }
}
