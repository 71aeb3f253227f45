namespace MaskedVoicemail.Simulator;

public sealed record TwilioSimulatorOptions
{
    public string AccountSid { get; init; } = "AC00000000000000000000000000000001";

    public string AuthToken { get; init; } = "f0e1d2c3b4a5968778695a4b3c2d1e0f";

    /// <summary>With <see cref="ApiKeySecret"/>: also good for the REST stand-in, never for signatures.</summary>
    public string? ApiKeySid { get; init; }

    public string? ApiKeySecret { get; init; }

    /// <summary>What the SendGrid stand-in accepts as bearer.</summary>
    public string SendGridApiKey { get; init; } = "SG.simulated";

    /// <summary>The public address of the program under test, by which webhooks are configured and signed.</summary>
    public required Uri PublicBaseUrl { get; init; }

    /// <summary>Where requests really go; null when the handler reaches the program by its public address.</summary>
    public Uri? AppAddress { get; init; }

    /// <summary>The host that <c>RecordingUrl</c> names.</summary>
    public Uri ApiBaseUrl { get; init; } = new("https://api.twilio.com");

    public Pace Pace { get; init; } = Pace.Immediate;

    /// <summary>Whether <see cref="TwilioSimulator.PlaceCallAsync"/> throws on anything that Twilio would complain of.</summary>
    public bool Strict { get; init; } = true;
}
