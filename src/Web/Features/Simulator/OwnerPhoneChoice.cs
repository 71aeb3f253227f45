namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>What the owner's phone does.</summary>
public enum OwnerPhoneChoice
{
    RingsOut,
    Answers,
    Busy,
    Off,
    CarrierVoicemail,
    Refuses,
}
