using MaskedVoicemail.Application.Voicemails.FindMissedRecordings;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Rest;
using MaskedVoicemail.Simulator.Webhooks;
using Microsoft.EntityFrameworkCore;
using CallOutcome = MaskedVoicemail.Domain.Calls.CallOutcome;

namespace MaskedVoicemail.Integration.Tests.Calls;

/// <summary>The database is away, and people call all the same.</summary>
public sealed class AnsweringWithoutDatabaseTests(LinkedPostgreSqlService service) : IClassFixture<LinkedPostgreSqlService>
{
    private static readonly SpokenMessage Message = SampleMessages.English[0];

    [Fact]
    public async Task A_caller_leaves_a_message_that_is_entered_once_the_database_is_back()
    {
        var number = await service.HasNumberAsync();
        service.Link.Cut();

        var call = await CallAsync(number);

        Assert.Contains(call.Heard, sentence => sentence.Contains("leave a message", StringComparison.Ordinal));
        Assert.Contains(call.Heard, sentence => sentence.Contains("留言", StringComparison.Ordinal));
        Assert.Equal(503, call.Exchange(WebhookKind.RecordingStatusCallback)!.StatusCode);

        service.Link.Mend();
        await IsReachedAgainAsync();
        await service.RunAsync(new FindMissedRecordingsCommand());

        var entered = await service.CallAsync(call.CallSid);
        Assert.Equal((CallRoute.Emergency, CallOutcome.Missed, "+12125550100"), (entered.Route, entered.Outcome, entered.Caller.Raw));
        await service.EventuallyAsync(
            () => service.VoicemailsOfAsync(call.CallSid), rows => rows is [{ Status: VoicemailStatus.Ready, Unit: Domain.Subscriptions.QuotaUnit.Charged }], "the message is ready");
        Assert.Single(await service.EventuallyAsync(() => Task.FromResult(service.Mails.To(number.OwnerEmail)), mails => mails.Count > 0, "a mail"));
    }

    [Fact]
    public async Task A_report_that_comes_when_the_database_is_back_enters_the_message_at_once()
    {
        var number = await service.HasNumberAsync();
        var (call, report) = await LeavesMessageInEmergencyAsync(number);

        Assert.Equal(204, (await service.Line.SendAsync("/webhook/voicemail-callback", report, TestContext.Current.CancellationToken)).StatusCode);

        Assert.Equal(CallRoute.Emergency, (await service.CallAsync(call)).Route);
        Assert.Single(await service.VoicemailsOfAsync(call));
        Assert.Single(await service.EventuallyAsync(() => Task.FromResult(service.Mails.To(number.OwnerEmail)), mails => mails.Count > 0, "a mail"));
    }

    [Fact]
    public async Task A_caller_who_hangs_up_without_a_message_is_listed_as_missed()
    {
        var number = await service.HasNumberAsync();
        var (call, _) = await LeavesMessageInEmergencyAsync(number);
        var end = new WebhookParameters { { "CallSid", call }, { "CallStatus", "completed" }, { "CallDuration", "3" } };

        Assert.Equal(204, (await service.Line.SendAsync("/webhook/call-status", end, TestContext.Current.CancellationToken)).StatusCode);

        var entered = await service.CallAsync(call);
        Assert.Equal((CallRoute.Emergency, CallOutcome.Missed), (entered.Route, entered.Outcome));
        Assert.NotNull(entered.EndedAt);
        Assert.Empty(await service.VoicemailsOfAsync(call));
    }

    [Fact]
    public async Task Where_Twilio_can_not_say_what_call_it_was_the_report_is_taken_and_the_comparison_enters_the_message()
    {
        var number = await service.HasNumberAsync();
        var (call, report) = await LeavesMessageInEmergencyAsync(number);
        service.Line.Faults.Api.RespondWith(503);

        Assert.Equal(204, (await service.Line.SendAsync("/webhook/voicemail-callback", report, TestContext.Current.CancellationToken)).StatusCode);

        Assert.False(await service.ReadAsync(db => db.Calls.AnyAsync(row => row.Sid == call)));
        service.Line.Faults.Clear();
        await service.RunAsync(new FindMissedRecordingsCommand());
        Assert.Single(await service.VoicemailsOfAsync(call));
    }

    [Fact]
    public async Task A_database_that_says_nothing_at_all_keeps_no_caller_waiting()
    {
        var number = await service.HasNumberAsync();
        service.Link.FallSilent();

        var call = await CallAsync(number);

        service.Link.Mend();
        Assert.Contains(call.Heard, sentence => sentence.Contains("leave a message", StringComparison.Ordinal));
        await IsReachedAgainAsync();
    }

    [Fact]
    public async Task A_report_that_a_silent_database_can_not_keep_is_to_be_sent_again()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false });
        var call = await RingsAsync(number);
        service.Link.FallSilent();

        var answer = await ReportAsync(call);

        service.Link.Mend();
        Assert.Equal(503, answer.StatusCode);
        await IsReachedAgainAsync();
        Assert.Equal(204, (await ReportAsync(call)).StatusCode);
        Assert.Single(await service.VoicemailsOfAsync(call));
    }

    [Fact]
    public async Task A_statement_that_is_cancelled_while_it_is_prepared_costs_no_report()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false });
        // As in a restart, the first to meet a broken connection is a call: nobody else finds one after that.
        await RingsAsync(number);
        service.Link.Cut();
        service.Link.Mend();
        var (first, second) = (await RingsAsync(number), await RingsAsync(number));
        service.Link.CancelPreparation("""UPDATE "Voicemails" v SET""");

        Assert.Equal(204, (await ReportAsync(first)).StatusCode);
        Assert.Equal(204, (await ReportAsync(second)).StatusCode);

        Assert.Single(await service.VoicemailsOfAsync(first));
        Assert.Single(await service.VoicemailsOfAsync(second));
    }

    [Theory]
    [InlineData("no-answer", "in-progress", "Record")]
    [InlineData("completed", "in-progress", "Hangup")]
    [InlineData("no-answer", "completed", "Hangup")]
    public async Task When_it_goes_while_the_phone_rings_only_who_waits_in_vain_is_asked_for_a_message(string dialStatus, string callStatus, string verb)
    {
        service.Link.Cut();
        var result = new WebhookParameters(new Dictionary<string, string>
        {
            ["CallSid"] = "CA0000000000000000000000000000dead",
            ["CallStatus"] = callStatus,
            ["DialCallStatus"] = dialStatus,
            ["DialCallDuration"] = dialStatus == "completed" ? "20" : "0",
        });

        var answer = await service.Line.SendAsync("/webhook/dial-result", result, TestContext.Current.CancellationToken);

        service.Link.Mend();
        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(verb == "Record", answer.Body!.Contains("<Record", StringComparison.Ordinal));
        await IsReachedAgainAsync();
    }

    [Fact]
    public async Task A_connection_that_a_restart_has_broken_is_not_noticed_by_callers()
    {
        var number = await service.HasNumberAsync();
        await CallAsync(number);
        service.Link.Cut();
        service.Link.Mend();

        var call = await CallAsync(number);

        Assert.Equal(CallRoute.Forward, (await service.CallAsync(call.CallSid)).Route);
    }

    [Fact]
    public async Task The_process_lives_on_and_says_that_it_can_not_serve()
    {
        using var client = service.CreateClient();
        service.Link.Cut();

        await service.EventuallyAsync(() => StatusAsync(client, "/readyz"), status => status == 503, "not ready");
        Assert.Equal(200, await StatusAsync(client, "/healthz"));

        service.Link.Mend();
        await IsReachedAgainAsync();
    }

    /// <returns>The call's SID. Its caller is asked for a message.</returns>
    private async Task<string> RingsAsync(TestNumber number)
    {
        var call = Sid.New("CA");
        var ring = new WebhookParameters { { "CallSid", call }, { "CallStatus", "ringing" }, { "From", "+12125550100" }, { "To", number.E164 } };
        await service.Line.SendAsync("/webhook/voice", ring, TestContext.Current.CancellationToken);
        return call;
    }

    /// <summary>Twilio reports on a call's only recording, and says the same each time.</summary>
    private Task<WebhookExchange> ReportAsync(string call)
    {
        var report = new WebhookParameters
        {
            { "CallSid", call }, { "RecordingSid", "RE" + call[2..] }, { "RecordingStatus", "completed" }, { "RecordingDuration", "3" },
        };
        return service.Line.SendAsync("/webhook/voicemail-callback", report, TestContext.Current.CancellationToken);
    }

    /// <returns>The call's SID, and what Twilio is about to report on the recording, now that the database is back.</returns>
    private async Task<(string CallSid, WebhookParameters Report)> LeavesMessageInEmergencyAsync(TestNumber number)
    {
        var now = DateTimeOffset.UtcNow;
        var recording = new RecordingResource
        {
            Sid = Sid.New("RE"),
            CallSid = Sid.New("CA"),
            Status = "completed",
            Duration = 1,
            StartTime = now,
            DateCreated = now,
            Wav = Message.Wav,
        };
        service.Line.Account.Add(recording);
        service.Line.Account.Add(new CallResource { Sid = recording.CallSid, From = "+12125550100", To = number.E164, Direction = "inbound", DateCreated = now });
        var call = new WebhookParameters { { "CallSid", recording.CallSid }, { "From", "+12125550100" }, { "To", number.E164 }, { "CallStatus", "ringing" } };
        var report = new WebhookParameters
        {
            { "CallSid", recording.CallSid }, { "RecordingSid", recording.Sid }, { "RecordingStatus", "completed" }, { "RecordingDuration", "1" },
        };
        service.Link.Cut();
        Assert.Contains("<Record", (await service.Line.SendAsync("/webhook/voice", call, TestContext.Current.CancellationToken)).Body, StringComparison.Ordinal);
        service.Link.Mend();
        await IsReachedAgainAsync();
        return (recording.CallSid, report);
    }

    private Task<CompletedCall> CallAsync(TestNumber number) => service.Line.PlaceCallAsync(
        new PhoneCall { From = "+12125550100", To = number.E164, Caller = CallerBehaviour.LeavesMessage(Message), Strict = false },
        TestContext.Current.CancellationToken);

    private async Task IsReachedAgainAsync()
    {
        using var client = service.CreateClient();
        await service.EventuallyAsync(() => StatusAsync(client, "/readyz"), status => status == 200, "ready again");
    }

    private static async Task<int> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
