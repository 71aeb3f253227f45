using MaskedVoicemail.Application.Calls.SettleOverdueCalls;
using MaskedVoicemail.Application.Subscriptions.ReconcileUsage;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Application.Voicemails.CloseExpected;
using MaskedVoicemail.Application.Voicemails.FindMissedRecordings;
using MaskedVoicemail.Application.Voicemails.ReconcileStore;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using CallOutcome = MaskedVoicemail.Domain.Calls.CallOutcome;

namespace MaskedVoicemail.Integration.Tests.Operations;

/// <summary>What Twilio's reports did not tell is found by asking; what does not add up is put right and said aloud.</summary>
public abstract class ReconcilingTests(VoicemailService service)
{
    [Fact]
    public async Task A_recording_whose_report_never_came_is_found_and_announced_once()
    {
        var number = await service.HasNumberAsync();
        service.Line.Faults.Webhooks.Of(WebhookKind.RecordingStatusCallback).AreNeverSent();
        var call = await PlaceAsync(number, CallerBehaviour.LeavesMessage(5));
        service.Line.Faults.Clear();

        await service.RunAsync(new FindMissedRecordingsCommand());
        await service.RunAsync(new FindMissedRecordingsCommand());

        await service.EventuallyAsync(() => service.VoicemailsOfAsync(call.CallSid), rows => rows is [{ Status: VoicemailStatus.Ready }], "one message, ready");
        await service.EventuallyAsync(() => Task.FromResult(service.Mails.To(number.OwnerEmail)), mails => mails.Count == 1, "one mail");
        Assert.Equal(new Quota(1, 100), (await service.SubscriptionAsync(number)).Voicemails);
    }

    [Fact]
    public async Task Reports_that_were_lost_together_are_found_together()
    {
        var number = await service.HasNumberAsync(forwardingQuota: 0, voicemailQuota: 1000);
        service.Line.Faults.Webhooks.Of(WebhookKind.RecordingStatusCallback).AreNeverSent();
        for (var i = 0; i < 8; i++)
        {
            await PlaceAsync(number, CallerBehaviour.LeavesMessage(3));
        }

        service.Line.Faults.Clear();

        await service.RunAsync(new FindMissedRecordingsCommand());

        Assert.Equal(8, (await service.SubscriptionAsync(number)).VoicemailsUsed);
    }

    [Fact]
    public async Task A_recording_of_a_number_that_is_not_ours_is_left_alone()
    {
        var number = await service.HasNumberAsync();
        service.Line.Faults.Webhooks.Of(WebhookKind.RecordingStatusCallback).AreNeverSent();
        var call = await PlaceAsync(number, CallerBehaviour.LeavesMessage(5));
        service.Line.Faults.Clear();
        await service.ChangeAsync(async db =>
        {
            var row = await db.Calls.SingleAsync(row => row.Sid == call.CallSid);
            await db.Voicemails.Where(voicemail => voicemail.CallId == row.Id).ExecuteDeleteAsync();
            await db.Calls.Where(other => other.Id == row.Id).ExecuteDeleteAsync();
            (await db.MaskedNumbers.SingleAsync(other => other.Id == number.Id)).Release(service.Clock.GetUtcNow());
        });

        await service.RunAsync(new FindMissedRecordingsCommand());

        Assert.False(await service.ReadAsync(db => db.Calls.AnyAsync(row => row.Sid == call.CallSid)));
        Assert.Contains(service.Line.Account.Recordings, recording => recording.Sid == call.RecordingSid);
    }

    [Fact]
    public async Task Twilio_s_troubles_put_it_off()
    {
        var number = await service.HasNumberAsync();
        service.Line.Faults.Webhooks.Of(WebhookKind.RecordingStatusCallback).AreNeverSent();
        var call = await PlaceAsync(number, CallerBehaviour.LeavesMessage(5));
        service.Line.Faults.Clear();
        service.Line.Faults.Api.RespondWith(503);

        await Assert.ThrowsAsync<Application.Common.PartnerException>(() => service.RunAsync(new FindMissedRecordingsCommand()));
        Assert.Equal(VoicemailStatus.Expected, Assert.Single(await service.VoicemailsOfAsync(call.CallSid)).Status);

        service.Line.Faults.Clear();
        await service.RunAsync(new FindMissedRecordingsCommand());
        Assert.NotEqual(VoicemailStatus.Expected, Assert.Single(await service.VoicemailsOfAsync(call.CallSid)).Status);
    }

    [Fact]
    public async Task A_message_that_nobody_left_is_expected_no_longer()
    {
        var number = await service.HasNumberAsync();
        service.Line.Faults.Webhooks.Of(WebhookKind.RecordingStatusCallback).AreNeverSent();
        var silent = await PlaceAsync(number, CallerBehaviour.HangsUpAtBeep());
        service.Line.Faults.Clear();

        await service.RunAsync(new CloseExpectedCommand());
        Assert.Equal(VoicemailStatus.Expected, Assert.Single(await service.VoicemailsOfAsync(silent.CallSid)).Status);

        service.Clock.Advance(TimeSpan.FromMinutes(11));
        await service.RunAsync(new CloseExpectedCommand());
        Assert.Equal(VoicemailStatus.Absent, Assert.Single(await service.VoicemailsOfAsync(silent.CallSid)).Status);
        Assert.Equal(new Quota(0, 100), (await service.SubscriptionAsync(number)).Voicemails);
        Assert.Empty(service.Mails.To(number.OwnerEmail));
    }

    [Fact]
    public async Task A_message_that_is_overdue_is_asked_for_call_by_call()
    {
        var number = await service.HasNumberAsync();
        service.Line.Faults.Webhooks.Of(WebhookKind.RecordingStatusCallback).AreNeverSent();
        var call = await PlaceAsync(number, CallerBehaviour.LeavesMessage(5));
        service.Line.Faults.Clear();
        service.Clock.Advance(TimeSpan.FromMinutes(11));

        await service.RunAsync(new CloseExpectedCommand());

        await service.EventuallyAsync(() => service.VoicemailsOfAsync(call.CallSid), rows => rows is [{ Status: VoicemailStatus.Ready }], "the message is ready");
    }

    [Theory]
    [InlineData(true, CallOutcome.Answered, 1)]
    [InlineData(false, CallOutcome.Missed, 0)]
    public async Task A_call_whose_end_nobody_reported_is_settled_by_what_Twilio_knows(bool talks, CallOutcome outcome, int used)
    {
        var number = await service.HasNumberAsync();
        service.Line.Faults.Webhooks.Of(WebhookKind.DialAction).AreNeverSent();
        service.Line.Faults.Webhooks.Of(WebhookKind.StatusCallback).AreNeverSent();
        service.Line.Faults.Webhooks.Of(WebhookKind.VoiceFallback).AreNeverSent();
        var call = await PlaceAsync(number, CallerBehaviour.StaysSilent(), talks ? OwnerPhone.Answers() : OwnerPhone.RingsOut());
        service.Line.Faults.Clear();

        await service.RunAsync(new SettleOverdueCallsCommand());
        Assert.Equal(CallOutcome.InProgress, (await service.CallAsync(call.CallSid)).Outcome);

        service.Clock.Advance(TimeSpan.FromMinutes(21));
        await service.RunAsync(new SettleOverdueCallsCommand());
        Assert.Equal(outcome, (await service.CallAsync(call.CallSid)).Outcome);
        Assert.Equal(new Quota(used, 100), (await service.SubscriptionAsync(number)).Forwarding);
    }

    [Fact]
    public async Task A_counter_that_does_not_fit_the_ledger_is_put_right_and_said_aloud()
    {
        var number = await service.HasNumberAsync();
        await PlaceAsync(number, CallerBehaviour.StaysSilent(), OwnerPhone.Answers());
        var message = await PlaceAsync(number, CallerBehaviour.LeavesMessage(5));
        await service.EventuallyAsync(() => service.VoicemailsOfAsync(message.CallSid), rows => rows is [{ Status: VoicemailStatus.Ready }], "the message is ready");
        await service.RunAsync(new ReconcileUsageCommand());
        Assert.DoesNotContain(service.Logged.All, line => line.Contains(number.SubscriptionId.ToString(), StringComparison.Ordinal));
        await service.ChangeAsync(db => db.Subscriptions.Where(row => row.Id == number.SubscriptionId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ForwardingUsed, 9).SetProperty(row => row.VoicemailsUsed, 0)));

        await service.RunAsync(new ReconcileUsageCommand());

        var subscription = await service.SubscriptionAsync(number);
        Assert.Equal((1, 1), (subscription.ForwardingUsed, subscription.VoicemailsUsed));
        Assert.Contains(service.Logged.All, line => line.Contains($"subscription {number.SubscriptionId}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Audio_that_is_gone_from_the_store_is_fetched_again_while_Twilio_has_it()
    {
        var number = await service.HasNumberAsync();
        var call = await PlaceAsync(number, CallerBehaviour.LeavesMessage(5));
        var message = (await service.EventuallyAsync(
            () => service.VoicemailsOfAsync(call.CallSid), rows => rows is [{ Status: VoicemailStatus.Ready }], "the message is ready"))[0];
        service.Line.Account.Add(call.Recording!);
        await Store.DeleteAsync(message.Id, TestContext.Current.CancellationToken);

        await service.RunAsync(new ReconcileStoreCommand());

        await service.EventuallyAsync(() => service.VoicemailsOfAsync(call.CallSid), rows => rows is [{ Status: VoicemailStatus.Ready }], "the message is ready again");
        await using var audio = await Store.OpenAsync(message.Id, TestContext.Current.CancellationToken);
        Assert.Equal(message.AudioLength, audio!.Length);
        Assert.Single(service.Mails.To(number.OwnerEmail));
    }

    [Fact]
    public async Task A_file_of_no_message_is_kept_for_a_month()
    {
        var orphan = VoicemailId.New(service.Clock.GetUtcNow());
        await using (var media = new RecordingMedia(new MemoryStream(SampleMessages.English[0].Wav.ToArray()), null))
        {
            await Store.SaveAsync(orphan, media, TestContext.Current.CancellationToken);
        }

        await service.RunAsync(new ReconcileStoreCommand());
        await using (var kept = await Store.OpenAsync(orphan, TestContext.Current.CancellationToken))
        {
            Assert.NotNull(kept);
        }

        service.Clock.Advance(TimeSpan.FromDays(31));
        await service.RunAsync(new ReconcileStoreCommand());
        Assert.Null(await Store.OpenAsync(orphan, TestContext.Current.CancellationToken));
    }

    private IRecordingStore Store => service.Services.GetRequiredService<IRecordingStore>();

    private Task<CompletedCall> PlaceAsync(TestNumber number, CallerBehaviour caller, OwnerPhone? owner = null) => service.Line.PlaceCallAsync(
        new PhoneCall { From = "+12125550100", To = number.E164, Owner = owner ?? OwnerPhone.RingsOut(), Caller = caller, Strict = false },
        TestContext.Current.CancellationToken);

    public sealed class OnSqlite(SqliteService service) : ReconcilingTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : ReconcilingTests(service), IClassFixture<PostgreSqlService>;
}
