using MaskedVoicemail.Simulator.Faults;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary>What Twilio sends on its own, by the time at which it is due.</summary>
internal sealed class DeliveryQueue(WebhookFaults faults)
{
    private readonly PriorityQueue<Func<WebhookDelivery?>, (TimeSpan Due, int Number)> _queue = new();
    private int _count;

    /// <summary>When the next one is due; null when none is, or when all wait for the end of the call to be put in order.</summary>
    public TimeSpan? NextDue => faults.Order is null && _queue.TryPeek(out _, out var priority) ? priority.Due : null;

    /// <param name="due">In the call's time.</param>
    /// <param name="kind">A fault may delay it.</param>
    /// <param name="delivery">Made when it is due; null when there is nothing to send.</param>
    public void Add(TimeSpan due, WebhookKind kind, Func<WebhookDelivery?> delivery) =>
        _queue.Enqueue(delivery, (due + faults.For(kind).Delay, _count++));

    public WebhookDelivery? TakeNext() => _queue.Dequeue()();

    /// <summary>All that wait for the end of the call, in the order that the test wants.</summary>
    public IEnumerable<WebhookDelivery> TakeReordered()
    {
        if (faults.Order is not { } order)
        {
            return [];
        }

        var deliveries = new List<WebhookDelivery>();
        while (_queue.TryDequeue(out var make, out _))
        {
            if (make() is { } delivery)
            {
                deliveries.Add(delivery);
            }
        }

        return order(deliveries);
    }
}
