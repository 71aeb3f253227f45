namespace MaskedVoicemail.Simulator.Twiml;

public enum NotificationLevel
{
    /// <summary>Twilio goes on, usually with the default value.</summary>
    Warning,

    /// <summary>The verb, the document or the request cannot be carried out.</summary>
    Error,
}
