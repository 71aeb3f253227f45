namespace MaskedVoicemail.Simulator.Faults;

/// <summary>What goes wrong, on demand. Empty: nothing does.</summary>
public sealed class FaultPlan
{
    /// <summary>Deliveries of webhooks to the program.</summary>
    public WebhookFaults Webhooks { get; } = new();

    /// <summary>Audio of recordings, fetched by the program.</summary>
    public HttpFaults Media { get; } = new();

    /// <summary>Every other request of the program to Twilio.</summary>
    public HttpFaults Api { get; } = new();

    /// <summary>Requests of the program to SendGrid.</summary>
    public HttpFaults Mail { get; } = new();

    public void Clear()
    {
        Webhooks.Clear();
        Media.Clear();
        Api.Clear();
        Mail.Clear();
    }
}
