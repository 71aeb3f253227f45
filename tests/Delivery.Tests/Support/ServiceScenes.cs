using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Application.Calls.RouteCall;
using MaskedVoicemail.Application.Voicemails.RecordRecording;
using MaskedVoicemail.Application.Voicemails.RecordTranscription;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Infrastructure.Persistence;
using MaskedVoicemail.Simulator.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Delivery.Tests.Support;

/// <summary>What happens to the service in the tests, in few words.</summary>
internal static class ServiceScenes
{
    public const string OwnersEmail = "owner@example.test";

    public static readonly PhoneNumber Number = PhoneNumber.Parse("+15550000001");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Somebody who owns <see cref="Number"/>; calls to it go to voicemail at once.</summary>
    public static async Task HasOwnerAsync(
        this Service service, ForwardingSettings? settings = null, Language language = Language.English, int voicemailQuota = 100)
    {
        var now = service.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var owner = SubscriberId.New(now);
        db.Add(new ApplicationUser { Id = owner.Value, UserName = OwnersEmail, Email = OwnersEmail });
        db.Add(Subscriber.Create(owner, OwnersEmail, language, "America/New_York", now));
        var plan = Plan.Create("Test", 100, voicemailQuota, now);
        db.Add(plan);
        await db.SaveChangesAsync(Cancellation);
        var subscription = Subscription.Start(owner, plan, now);
        db.Add(subscription);
        await db.SaveChangesAsync(Cancellation);
        db.Add(MaskedNumber.Assign(Number, subscription, settings ?? new ForwardingSettings { IsTranscribed = false }, now));
        await db.SaveChangesAsync(Cancellation);
    }

    /// <summary>A call whose caller leaves a message; Twilio has reported the recording.</summary>
    public static async Task<VoicemailId> CallerLeavesMessageAsync(this Service service, RecordingResource recording, string caller = "+14155550100")
    {
        await service.SendAsync(new RouteCallCommand(new IncomingCall(recording.CallSid, Number, Caller.FromRaw(caller), "Jane Doe", ForwardedFrom: null)));
        var reported = await service.SendAsync(
            new RecordRecordingCommand(recording.CallSid, recording.Sid, RecordingReport.Completed, recording.Duration));
        Assert.True(reported.IsSuccess);
        return await service.QueryAsync(
            db => db.Voicemails.Where(voicemail => voicemail.RecordingSid == recording.Sid).Select(voicemail => voicemail.Id).SingleAsync(Cancellation));
    }

    public static async Task TranscriptionArrivesAsync(this Service service, RecordingResource recording, string? text) =>
        Assert.True((await service.SendAsync(new RecordTranscriptionCommand(recording.CallSid, recording.Sid, text))).IsSuccess);
}
