namespace MaskedVoicemail.Simulator.Twiml;

/// <summary>What a document is for; not every verb is allowed everywhere.</summary>
internal enum TwimlUse
{
    /// <summary>Drives the inbound call.</summary>
    Call,

    /// <summary>Runs on the callee's leg before the bridge.</summary>
    Screening,

    /// <summary>Answers a text message.</summary>
    Messaging,
}
