namespace MaskedVoicemail.Simulator.Twiml;

/// <summary>An entry in Twilio's Debugger: something that the program sent is not as it should be.</summary>
/// <param name="Code">Twilio's error code; null for what Twilio lets pass in silence, or what is not simulated.</param>
/// <param name="Level">Whether Twilio goes on.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Url">The request to which the program answered so.</param>
public sealed record DebuggerNotification(int? Code, NotificationLevel Level, string Message, string Url)
{
    public override string ToString() => Code is null ? Message : $"{Code}: {Message}";
}
