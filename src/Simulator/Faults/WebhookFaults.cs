using System.Collections.Concurrent;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Faults;

/// <summary>What goes wrong with the delivery of webhooks.</summary>
public sealed class WebhookFaults
{
    private readonly ConcurrentDictionary<WebhookKind, WebhookFaultRule> _rules = new();

    /// <summary>The rule for webhooks of that kind; what is set on it holds until <see cref="Clear"/>.</summary>
    public WebhookFaultRule Of(WebhookKind kind) => _rules.GetOrAdd(kind, _ => new WebhookFaultRule());

    /// <summary>
    /// Holds back what Twilio sends on its own (callbacks, and actions after the caller hung up) until the call is over,
    /// then sends it in the order that comes back. What is left out is never sent.
    /// </summary>
    public void Reorder(Func<IReadOnlyList<WebhookDelivery>, IEnumerable<WebhookDelivery>> order) => Order = order;

    public void Clear()
    {
        _rules.Clear();
        Order = null;
    }

    internal Func<IReadOnlyList<WebhookDelivery>, IEnumerable<WebhookDelivery>>? Order { get; private set; }

    internal WebhookFaultRule For(WebhookKind kind) => _rules.GetValueOrDefault(kind, WebhookFaultRule.None);
}
