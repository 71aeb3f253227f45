namespace MaskedVoicemail.Delivery.Tests.Support;

/// <summary>Its timers are twenty-five times as fast as real ones, for limits that a test has to reach.</summary>
internal sealed class HastyClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 25 : dueTime, period);
}
