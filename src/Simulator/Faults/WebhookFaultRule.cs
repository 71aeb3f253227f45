namespace MaskedVoicemail.Simulator.Faults;

/// <summary>The faults of one kind of webhook. They combine: late and twice, say.</summary>
public sealed class WebhookFaultRule
{
    private int _connectionFailures;

    internal static WebhookFaultRule None { get; } = new();

    internal bool Never { get; private set; }

    internal bool Held { get; private set; }

    internal TimeSpan Delay { get; private set; }

    internal int Count { get; private set; } = 1;

    internal bool AtOnce { get; private set; }

    /// <summary>
    /// They never arrive. Where the caller waits for the answer, Twilio finds no connection and turns to the fallback URL.
    /// </summary>
    public WebhookFaultRule AreNeverSent()
    {
        Never = true;
        return this;
    }

    /// <summary>Callbacks wait for <see cref="TwilioSimulator.DeliverHeldAsync"/>.</summary>
    public WebhookFaultRule AreHeld()
    {
        Held = true;
        return this;
    }

    /// <summary>Callbacks come so much later, and so after others.</summary>
    public WebhookFaultRule AreLate(TimeSpan delay)
    {
        Delay = delay;
        return this;
    }

    /// <summary>Each arrives several times with the same parameters; the last answer counts.</summary>
    /// <param name="count">How often.</param>
    /// <param name="atOnce">All in parallel, instead of one after the other.</param>
    public WebhookFaultRule AreSent(int count, bool atOnce = false)
    {
        Count = count;
        AtOnce = atOnce;
        return this;
    }

    /// <summary>The next <paramref name="attempts"/> attempts find no connection; Twilio retries once by default.</summary>
    public WebhookFaultRule FailToConnect(int attempts)
    {
        _connectionFailures = attempts;
        return this;
    }

    internal bool ConnectionFails() => Never
        || (Volatile.Read(ref _connectionFailures) > 0 && Interlocked.Decrement(ref _connectionFailures) >= 0);
}
