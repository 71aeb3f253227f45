using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Twiml;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary>One call while it runs: its time, its timeline, its requests. What happens in it is <see cref="CallFlow"/>'s.</summary>
internal sealed class CallSession
{
    private readonly TwilioSimulator _simulator;
    private readonly DeliveryQueue _queue;
    private readonly CallClock _clock;
    private readonly CancellationToken _cancellationToken;
    private volatile bool _hangUpSoon;

    public CallSession(TwilioSimulator simulator, PhoneCall call, CancellationToken cancellationToken)
    {
        _simulator = simulator;
        _cancellationToken = cancellationToken;
        _queue = new DeliveryQueue(simulator.Faults.Webhooks);
        _clock = new CallClock(simulator.Clock.GetUtcNow(), call.Pace ?? simulator.Pace);
        Call = call;
        Number = simulator.Account.Number(call.To);
    }

    public PhoneCall Call { get; }

    public IncomingPhoneNumber Number { get; }

    public CallTimeline Timeline { get; } = new();

    public TwilioAccount Account => _simulator.Account;

    public UnverifiedBehaviour Unverified => _simulator.Unverified;

    public Uri ApiBaseUrl => _simulator.Options.ApiBaseUrl;

    public TimeSpan Elapsed => _clock.Elapsed;

    public DateTimeOffset Now => _clock.Now;

    public void HangUpSoon() => _hangUpSoon = true;

    public void Note(
        TimelineEntryKind kind, Party party = Party.Caller, string? text = null, string? language = null,
        TimeSpan? duration = null, WebhookExchange? exchange = null, DebuggerNotification? notification = null) =>
        Timeline.Add(index => new TimelineEntry
        {
            Index = index,
            At = Now,
            Offset = Elapsed,
            Kind = kind,
            Party = party,
            Text = text,
            Language = language,
            Duration = duration,
            Exchange = exchange,
            Notification = notification,
        });

    public void Notify(DebuggerNotification notification) =>
        Note(TimelineEntryKind.Notification, notification: notification);

    public void Notify(IEnumerable<DebuggerNotification> notifications)
    {
        foreach (var notification in notifications)
        {
            Notify(notification);
        }
    }

    /// <summary>Lets time pass, with what falls due in it. False when the caller was told to hang up meanwhile.</summary>
    public async Task<bool> PassAsync(TimeSpan time)
    {
        var target = Elapsed + time;
        while (_queue.NextDue is { } due && due <= target)
        {
            if (!await _clock.AdvanceToAsync(due, () => _hangUpSoon, _cancellationToken))
            {
                return false;
            }

            await DeliverAsync(_queue.TakeNext());
        }

        return await _clock.AdvanceToAsync(target, () => _hangUpSoon, _cancellationToken);
    }

    public void Schedule(TimeSpan after, WebhookKind kind, Func<WebhookDelivery?> delivery) =>
        _queue.Add(Elapsed + after, kind, delivery);

    public void Schedule(TimeSpan after, WebhookDelivery delivery) => Schedule(after, delivery.Kind, () => delivery);

    /// <summary>Everything that is still to come, whenever it is due.</summary>
    public async Task DeliverRestAsync()
    {
        foreach (var delivery in _queue.TakeReordered())
        {
            await DeliverAsync(delivery);
        }

        while (_queue.NextDue is { } due)
        {
            await _clock.AdvanceToAsync(due, () => false, _cancellationToken);
            await DeliverAsync(_queue.TakeNext());
        }
    }

    /// <summary>A request whose answer somebody waits for; the last exchange, when a fault multiplies it.</summary>
    public async Task<WebhookExchange> RequestAsync(WebhookDelivery delivery)
    {
        var exchanges = await _simulator.Webhooks.DeliverAsync(delivery, _cancellationToken);
        foreach (var exchange in exchanges)
        {
            Note(TimelineEntryKind.Webhook, exchange: exchange);
            Notify(FailureNotification.OfRequest(delivery, exchange));
        }

        return exchanges[^1];
    }

    private async Task DeliverAsync(WebhookDelivery? delivery)
    {
        if (delivery is null)
        {
            return;
        }

        var rule = _simulator.Faults.Webhooks.For(delivery.Kind);
        if (rule.Never || rule.Held)
        {
            Note(TimelineEntryKind.WebhookNotSent, text: delivery.Kind.ToString());
            if (rule.Held)
            {
                _simulator.Hold(() => SendAsync(delivery));
            }

            return;
        }

        await SendAsync(delivery);
    }

    private async Task<WebhookExchange> SendAsync(WebhookDelivery delivery)
    {
        var exchange = await RequestAsync(delivery);
        if (FailureNotification.Of(exchange) is { } failure)
        {
            if (!exchange.IsFault)
            {
                Notify(failure);
            }
        }
        else if (delivery.Kind is WebhookKind.DialAction or WebhookKind.RecordAction)
        {
            // The caller is gone; nobody hears it, yet Twilio reads it.
            Notify(TwimlReader.Read(exchange, TwimlUse.Call).Notifications);
        }
        else if (TwimlReader.ReadAcknowledgement(exchange) is { } complaint)
        {
            Notify(complaint);
        }

        return exchange;
    }
}
