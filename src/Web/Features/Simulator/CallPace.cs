namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>How long the seconds of a call take.</summary>
public enum CallPace
{
    Fast,
    RealTime,
    Instant,
}
