using MaskedVoicemail.Simulator.Calls;

namespace MaskedVoicemail.Web.Features.Simulator;

internal static class OwnerPhoneChoices
{
    /// <summary>Long enough to be watched, short enough to be waited for.</summary>
    private static readonly TimeSpan Talk = TimeSpan.FromSeconds(20);

    public static OwnerPhone ToPhone(this OwnerPhoneChoice choice) => choice switch
    {
        OwnerPhoneChoice.Answers => OwnerPhone.Answers(talksFor: Talk),
        OwnerPhoneChoice.Busy => OwnerPhone.Busy(),
        OwnerPhoneChoice.Off => OwnerPhone.Fails(),
        OwnerPhoneChoice.CarrierVoicemail => OwnerPhone.CarrierVoicemailAnswers(),
        OwnerPhoneChoice.Refuses => OwnerPhone.AnswersAndRefuses(),
        _ => OwnerPhone.RingsOut(),
    };
}
