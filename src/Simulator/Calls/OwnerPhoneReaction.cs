namespace MaskedVoicemail.Simulator.Calls;

public enum OwnerPhoneReaction
{
    Answers,
    RingsOut,
    Busy,

    /// <summary>The number cannot be reached: not in service, no route.</summary>
    Fails,

    /// <summary>The carrier's own voicemail picks up, which Twilio cannot tell from a person.</summary>
    CarrierVoicemailAnswers,
}
