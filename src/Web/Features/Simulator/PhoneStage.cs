namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>What the caller's phone shows.</summary>
public enum PhoneStage
{
    Dialling,
    Ringing,

    /// <summary>Somebody picked up and is asked whether to take the call; the caller hears that it rings.</summary>
    Screening,
    Talking,
    Listening,
    Tone,
    Recording,
    Ended,
}
