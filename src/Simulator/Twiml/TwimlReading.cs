namespace MaskedVoicemail.Simulator.Twiml;

/// <summary>What Twilio makes of an answer: a document to run, text to read aloud, a sound to play, or nothing.</summary>
internal sealed record TwimlReading
{
    public TwimlDocument? Document { get; init; }

    /// <summary>Plain text that is no TwiML is read to the caller, and the call ends.</summary>
    public string? SpokenText { get; init; }

    /// <summary>Audio is played, and the call ends.</summary>
    public bool IsAudio { get; init; }

    public IReadOnlyList<DebuggerNotification> Notifications { get; init; } = [];

    /// <summary>The error that keeps Twilio from going on with the answer.</summary>
    public DebuggerNotification? FatalError { get; init; }

    public static TwimlReading Failed(DebuggerNotification error) => new() { FatalError = error, Notifications = [error] };
}
