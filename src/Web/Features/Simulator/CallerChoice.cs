namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>What the caller does.</summary>
public enum CallerChoice
{
    LeavesSample,

    /// <summary>Says what was spoken into the microphone, or what a file holds.</summary>
    Speaks,
    StaysSilent,
    HangsUpWhileRinging,
    HangsUpDuringGreeting,
}
