namespace MaskedVoicemail.Infrastructure.Notifications.SendGrid;

/// <summary>Until when SendGrid wants no request at all: the limit is the account's, so every mail of this process waits.</summary>
internal sealed class SendGridPause(TimeProvider clock)
{
    private long _untilTicks;

    /// <returns>How long it still lasts, or null when there is none.</returns>
    public TimeSpan? Remaining()
    {
        var remaining = Interlocked.Read(ref _untilTicks) - clock.GetUtcNow().UtcTicks;
        return remaining > 0 ? TimeSpan.FromTicks(remaining) : null;
    }

    public void Begin(TimeSpan length) => Interlocked.Exchange(ref _untilTicks, (clock.GetUtcNow() + length).UtcTicks);
}
