using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Calls;

namespace MaskedVoicemail.Simulator.Tests.Support;

internal static class Scenario
{
    /// <summary>Rings out; the caller says something and hangs up.</summary>
    public static PhoneCall Missed { get; } = Call(OwnerPhone.RingsOut(), CallerBehaviour.LeavesMessage(SampleMessages.English[0]));

    public static PhoneCall Call(OwnerPhone owner, CallerBehaviour? caller = null) => new()
    {
        From = ProgramUnderTest.CallerNumber,
        To = ProgramUnderTest.MaskedNumber,
        Owner = owner,
        Caller = caller ?? CallerBehaviour.LeavesMessage(SampleMessages.English[0]),
    };

    public static Task<CompletedCall> PlaceAsync(this TwilioSimulator line, PhoneCall call) =>
        line.PlaceCallAsync(call, TestContext.Current.CancellationToken);
}
