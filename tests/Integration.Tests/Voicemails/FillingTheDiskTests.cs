using System.Security.Cryptography;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Calls;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Voicemails;

/// <summary>No space for recordings: callers notice nothing, and nothing is lost.</summary>
public sealed class FillingTheDiskTests(SmallDiskService service) : IClassFixture<SmallDiskService>
{
    private static readonly SpokenMessage Message = SampleMessages.English[0];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_wait_at_Twilio_until_there_is_space_again()
    {
        var number = await service.HasNumberAsync();
        await MessageIsAsync(await LeaveMessageAsync(number), VoicemailStatus.Ready);
        service.Disk.Fill();

        CompletedCall[] calls = [await LeaveMessageAsync(number), await LeaveMessageAsync(number)];
        foreach (var call in calls)
        {
            await service.EventuallyAsync(() => FetchAsync(call), step => step is { Attempts: > 0, State: StepState.Due }, "fetching has failed and is tried again");
            Assert.StartsWith("Recordings:Path can't be written to", (await FetchAsync(call))!.LastError);
            await MessageIsAsync(call, VoicemailStatus.Recorded);
            Assert.Contains(service.Line.Account.Recordings, recording => recording.Sid == call.RecordingSid);
        }

        service.Disk.Free();
        service.Clock.Advance(TimeSpan.FromMinutes(5));

        foreach (var call in calls)
        {
            var voicemail = await MessageIsAsync(call, VoicemailStatus.Ready);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Message.Wav.ToArray())), voicemail.AudioSha256);
        }

        await service.EventuallyAsync(() => Task.FromResult(service.Mails.To(number.OwnerEmail).Count), count => count == 3, "three mails");
    }

    private Task<CompletedCall> LeaveMessageAsync(TestNumber number) => service.Line.PlaceCallAsync(
        new PhoneCall { From = "+12125550100", To = number.E164, Caller = CallerBehaviour.LeavesMessage(Message) }, Cancellation);

    private async Task<Voicemail> MessageIsAsync(CompletedCall call, VoicemailStatus status) => (await service.EventuallyAsync(
        () => service.VoicemailsOfAsync(call.CallSid), rows => rows is [var only] && only.Status == status, $"the message is {status}"))[0];

    private async Task<BackgroundStep?> FetchAsync(CompletedCall call)
    {
        var id = Assert.Single(await service.VoicemailsOfAsync(call.CallSid)).Id;
        return await service.ReadAsync(db => db.BackgroundSteps.AsNoTracking().SingleOrDefaultAsync(step => step.VoicemailId == id && step.Kind == StepKind.FetchAudio));
    }
}
