using System.Security.Cryptography;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Faults;
using MaskedVoicemail.Simulator.Mail;
using MaskedVoicemail.Simulator.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Voicemails;

/// <summary>From the caller's last word to the owner's mailbox: one message and one e-mail, whatever order Twilio reports in.</summary>
public abstract class ReceivingVoicemailsTests(VoicemailService service)
{
    private static readonly SpokenMessage Message = SampleMessages.English[0];

    [Fact]
    public async Task A_message_is_stored_byte_by_byte_announced_once_and_removed_at_Twilio()
    {
        var number = await service.HasNumberAsync();

        var call = await LeaveMessageAsync(number);
        var mail = await MailToAsync(number.OwnerEmail);
        var voicemail = await VoicemailAsync(call, VoicemailStatus.Ready);

        Assert.Equal(Message.Wav.Length, voicemail.AudioLength);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Message.Wav.ToArray())), voicemail.AudioSha256);
        Assert.Equal([number.OwnerEmail], mail.To);
        Assert.Contains($"{VoicemailService.PublicBaseUrl}/voicemails/{voicemail.Id}", mail.Text);
        Assert.Contains($"{VoicemailService.PublicBaseUrl}/voicemails/{voicemail.Id}", mail.Html);
        await service.EventuallyAsync(
            () => Task.FromResult(service.Line.Account.Recordings.Any(recording => recording.Sid == call.RecordingSid)),
            isThere => !isThere,
            "Twilio's copy is deleted");
    }

    [Fact]
    public async Task The_numbers_own_address_goes_before_the_accounts()
    {
        var number = await service.HasNumberAsync(settings => settings with { EmailForVoicemail = "office@example.test" });

        await LeaveMessageAsync(number);

        await MailToAsync("office@example.test");
        Assert.Empty(service.Mails.To(number.OwnerEmail));
    }

    [Fact]
    public async Task The_e_mail_carries_the_transcription_that_comes_in_time()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsTranscribed = true });

        var call = await LeaveMessageAsync(number);

        Assert.Contains(Message.Transcript!, (await MailToAsync(number.OwnerEmail)).Text);
        Assert.Equal(TranscriptionStatus.Completed, (await VoicemailAsync(call, VoicemailStatus.Ready)).Transcription);
    }

    [Fact]
    public async Task A_transcription_that_comes_late_changes_the_message_and_sends_no_second_e_mail()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsTranscribed = true });
        service.Line.Faults.Webhooks.Of(WebhookKind.TranscribeCallback).AreHeld();

        // Twilio's copy stays until the text is here: deleting it would end the transcription.
        var call = await LeaveMessageAsync(number);
        await VoicemailAsync(call, VoicemailStatus.Stored);
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(Message.Transcript!, (await MailToAsync(number.OwnerEmail)).Text);
        service.Line.Faults.Clear();
        await service.Line.DeliverHeldAsync();

        Assert.Equal(Message.Transcript, (await VoicemailAsync(call, VoicemailStatus.Ready)).Transcript);
        await AllStepsAreDoneAsync(call);
        Assert.Single(service.Mails.To(number.OwnerEmail));
    }

    public static TheoryData<WebhookKind[]> Orders() =>
        [.. Permutations([WebhookKind.RecordAction, WebhookKind.RecordingStatusCallback, WebhookKind.TranscribeCallback, WebhookKind.StatusCallback])];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task In_whatever_order_and_however_often_Twilio_reports_there_is_one_message_and_one_e_mail(WebhookKind[] order)
    {
        var number = await service.HasNumberAsync(settings => settings with { IsTranscribed = true });
        service.Line.Faults.Webhooks.Reorder(deliveries => order.SelectMany(kind => deliveries.Where(delivery => delivery.Kind == kind)));
        foreach (var kind in order)
        {
            service.Line.Faults.Webhooks.Of(kind).AreSent(5, atOnce: true);
        }

        var call = await LeaveMessageAsync(number);
        service.Line.Faults.Clear();

        var voicemail = await VoicemailAsync(call, VoicemailStatus.Ready);
        Assert.Equal(Message.Transcript, voicemail.Transcript);
        Assert.Contains(Message.Transcript!, (await MailToAsync(number.OwnerEmail)).Text);
        await AllStepsAreDoneAsync(call);
        Assert.Single(service.Mails.To(number.OwnerEmail));
        Assert.Single(await service.VoicemailsOfAsync(call.CallSid));
        Assert.Equal(new Quota(1, 100), (await service.SubscriptionAsync(number)).Voicemails);
    }

    [Fact]
    public async Task A_recording_that_is_reported_before_the_dial_result_is_the_same_message()
    {
        var number = await service.HasNumberAsync();
        var call = await service.Line.PlaceCallAsync(
            new PhoneCall { From = "+12125550100", To = number.E164, Caller = CallerBehaviour.HangsUpWhileRinging() }, TestContext.Current.CancellationToken);
        var report = new WebhookParameters(new Dictionary<string, string>
        {
            ["AccountSid"] = service.Line.Options.AccountSid,
            ["CallSid"] = call.CallSid,
            ["RecordingSid"] = "RE00000000000000000000000000000abc",
            ["RecordingStatus"] = "completed",
            ["RecordingDuration"] = "5",
        });

        await service.Line.SendAsync("/webhook/voicemail-callback", report, TestContext.Current.CancellationToken);
        await service.Line.SendAsync(
            "/webhook/dial-result", report.With("DialCallStatus", "no-answer").With("CallStatus", "in-progress"), TestContext.Current.CancellationToken);

        Assert.Equal("RE00000000000000000000000000000abc", Assert.Single(await service.VoicemailsOfAsync(call.CallSid)).RecordingSid);
    }

    [Fact]
    public async Task Audio_that_is_late_or_broken_is_fetched_again()
    {
        var number = await service.HasNumberAsync();
        service.Line.Faults.Media.RespondWith(404).Once();
        service.Line.Faults.Media.RespondWith(HttpFault.Html()).Once();
        service.Line.Faults.Media.RespondWith(HttpFault.Truncated()).Once();

        var call = await LeaveMessageAsync(number);

        var voicemail = await VoicemailAsync(call, VoicemailStatus.Ready);
        service.Line.Faults.Clear();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Message.Wav.ToArray())), voicemail.AudioSha256);
        await MailToAsync(number.OwnerEmail);
    }

    [Fact]
    public async Task An_e_mail_that_SendGrid_does_not_take_is_sent_when_it_does()
    {
        var number = await service.HasNumberAsync();
        service.Line.Faults.Mail.RespondWith(500).Times(2);
        service.Line.Faults.Mail.RespondWith(HttpFault.TooManyRequests(TimeSpan.FromSeconds(1))).Once();

        var call = await LeaveMessageAsync(number);

        await MailToAsync(number.OwnerEmail);
        service.Line.Faults.Clear();
        await AllStepsAreDoneAsync(call);
        Assert.Single(service.Mails.To(number.OwnerEmail));
    }

    [Fact]
    public async Task A_message_over_quota_is_kept_sealed_and_opens_with_the_next_period()
    {
        var number = await service.HasNumberAsync(voicemailQuota: 1);
        await VoicemailAsync(await LeaveMessageAsync(number), VoicemailStatus.Ready);

        var second = await LeaveMessageAsync(number);
        Assert.True((await VoicemailAsync(second, VoicemailStatus.Ready)).IsSealed);

        service.Clock.Advance(TimeSpan.FromDays(32));
        await service.Line.PlaceCallAsync(new PhoneCall { From = "+12125550100", To = number.E164 }, TestContext.Current.CancellationToken);

        Assert.False((await VoicemailAsync(second, VoicemailStatus.Ready)).IsSealed);
        Assert.Equal(new Quota(1, 1), (await service.SubscriptionAsync(number)).Voicemails);
    }

    [Theory]
    [InlineData("RecordingSid")]
    [InlineData("CallSid")]
    [InlineData("RecordingStatus")]
    [InlineData("RecordingDuration")]
    public async Task A_signed_report_with_a_field_missing_is_taken_without_harm(string missing)
    {
        var report = new WebhookParameters(new Dictionary<string, string>
        {
            ["CallSid"] = "CA00000000000000000000000000000fff",
            ["RecordingSid"] = "RE00000000000000000000000000000fff",
            ["RecordingStatus"] = "completed",
            ["RecordingDuration"] = "5",
            ["SomethingNew"] = "x",
        });

        var answer = await service.Line.SendAsync("/webhook/voicemail-callback", report.Without(missing), TestContext.Current.CancellationToken);

        Assert.Equal(204, answer.StatusCode);
    }

    [Fact]
    public async Task No_log_line_holds_a_number_a_transcript_or_a_secret()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsTranscribed = true });
        var call = await LeaveMessageAsync(number);
        await MailToAsync(number.OwnerEmail);
        await AllStepsAreDoneAsync(call);

        foreach (var secret in new[] { "+12125550100", number.E164, number.OwnerEmail, Message.Transcript!, service.Line.Options.AuthToken, service.Line.Options.SendGridApiKey })
        {
            Assert.DoesNotContain(service.Logged.All, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    private Task<CompletedCall> LeaveMessageAsync(TestNumber number) => service.Line.PlaceCallAsync(
        new PhoneCall { From = "+12125550100", To = number.E164, Caller = CallerBehaviour.LeavesMessage(Message) },
        TestContext.Current.CancellationToken);

    private async Task<SentMail> MailToAsync(string address) => (await service.EventuallyAsync(
        () => Task.FromResult(service.Mails.To(address)), mails => mails.Count > 0, $"a mail to {address}"))[0];

    private async Task<Voicemail> VoicemailAsync(CompletedCall call, VoicemailStatus status) => (await service.EventuallyAsync(
        () => service.VoicemailsOfAsync(call.CallSid), rows => rows is [var only] && only.Status == status, $"the message is {status}"))[0];

    private Task<int> AllStepsAreDoneAsync(CompletedCall call) => service.EventuallyAsync(
        async () =>
        {
            var ids = (await service.VoicemailsOfAsync(call.CallSid)).Select(voicemail => voicemail.Id).ToArray();
            return await service.ReadAsync(db => db.BackgroundSteps.CountAsync(step => ids.Contains(step.VoicemailId) && step.State != StepState.Done));
        },
        open => open == 0,
        "all steps are done");

    private static IEnumerable<WebhookKind[]> Permutations(WebhookKind[] kinds) => kinds.Length <= 1
        ? [kinds]
        : kinds.SelectMany(first => Permutations([.. kinds.Where(kind => kind != first)]).Select(rest => (WebhookKind[])[first, .. rest]));

    public sealed class OnSqlite(SqliteService service) : ReceivingVoicemailsTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : ReceivingVoicemailsTests(service), IClassFixture<PostgreSqlService>;
}
