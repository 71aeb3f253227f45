namespace MaskedVoicemail.Simulator.Webhooks;

/// <summary>A request that Twilio is going to make.</summary>
public sealed record WebhookDelivery
{
    public required WebhookKind Kind { get; init; }

    /// <summary>As configured or as written in the TwiML, made absolute; the fragment with overrides included.</summary>
    public required string Url { get; init; }

    public string Method { get; init; } = "POST";

    public required WebhookParameters Parameters { get; init; }
}
