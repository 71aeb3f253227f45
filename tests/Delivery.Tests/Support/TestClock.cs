namespace MaskedVoicemail.Delivery.Tests.Support;

/// <summary>Tells the time that a test sets; timers run by real time.</summary>
internal sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 5, 17, 4, 30, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;
}
