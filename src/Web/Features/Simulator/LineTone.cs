namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>Whose doing a line of the timeline is; decides its look.</summary>
public enum LineTone
{
    Caller,
    Owner,
    Twilio,
    Wire,
    Problem,
}
