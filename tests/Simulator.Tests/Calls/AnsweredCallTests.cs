using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Tests.Support;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Tests.Calls;

public sealed class AnsweredCallTests
{
    private const string Screened = "url=\"/webhook/screening\"";

    [Fact]
    public async Task The_action_of_an_answered_call_says_so_and_the_caller_is_still_there()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Call(
            OwnerPhone.Answers(talksFor: TimeSpan.FromSeconds(90), hangsUpFirst: Party.Owner)));

        var action = call.Exchange(WebhookKind.DialAction)!.Parameters;
        Assert.True(call.WasConnected);
        Assert.Equal(call.CallSid, action["CallSid"]);
        Assert.Equal("in-progress", action["CallStatus"]);
        Assert.Equal("completed", action["DialCallStatus"]);
        Assert.Equal("true", action["DialBridged"]);
        Assert.Equal("90", action["DialCallDuration"]);
        Assert.Equal(call.DialCallSid, action["DialCallSid"]);
        Assert.Contains(call.Timeline.Entries, entry => entry.Kind is TimelineEntryKind.HungUp);
        Assert.Null(call.RecordingSid);
    }

    [Fact]
    public async Task The_action_is_requested_too_when_the_caller_hung_up_but_nobody_hears_its_answer()
    {
        using var program = ProgramUnderTest.WithForwarding();
        program.On("/webhook/dial-result", ProgramUnderTest.Greeting());
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Call(OwnerPhone.Answers(hangsUpFirst: Party.Caller)));

        Assert.Equal("completed", call.Exchange(WebhookKind.DialAction)!.Parameters["CallStatus"]);
        Assert.Empty(call.Heard);
        Assert.Null(call.RecordingSid);
    }

    [Fact]
    public async Task Without_action_a_caller_whose_call_was_answered_falls_through_to_the_next_verb()
    {
        using var program = new ProgramUnderTest();
        program.On("/webhook/voice", $"""<Dial answerOnBridge="true">{ProgramUnderTest.OwnerNumber}</Dial><Say>Leave a message.</Say>""");
        using var line = program.Line();

        var ownerHangsUp = await line.PlaceAsync(Scenario.Call(OwnerPhone.Answers(hangsUpFirst: Party.Owner)));
        var callerHangsUp = await line.PlaceAsync(Scenario.Call(OwnerPhone.Answers(hangsUpFirst: Party.Caller)));

        Assert.Equal(["Leave a message."], ownerHangsUp.Heard);
        Assert.Empty(callerHangsUp.Heard);
    }

    [Fact]
    public async Task A_screened_owner_who_presses_the_key_is_connected()
    {
        using var program = ProgramUnderTest.WithForwarding(Screened);
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Call(OwnerPhone.Answers(presses: "1")));

        var screening = call.Exchange(WebhookKind.NumberUrl)!.Parameters;
        Assert.Equal(call.DialCallSid, screening["CallSid"]);
        Assert.Equal(call.CallSid, screening["ParentCallSid"]);
        Assert.Equal("outbound-dial", screening["Direction"]);
        Assert.Equal("1", call.Exchange(WebhookKind.GatherAction)!.Parameters["Digits"]);
        Assert.True(call.WasConnected);
        Assert.Empty(call.Heard);
    }

    [Fact]
    public async Task A_screened_owner_who_presses_nothing_is_not_connected()
    {
        using var program = ProgramUnderTest.WithForwarding(Screened);
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Call(OwnerPhone.AnswersAndRefuses()));

        var action = call.Exchange(WebhookKind.DialAction)!.Parameters;
        Assert.Equal("completed", action["DialCallStatus"]);
        Assert.Equal("false", action["DialBridged"]);
        Assert.Equal("completed", call.RecordingStatus);
        Assert.Single(call.Timeline.Entries, entry => entry.Kind is TimelineEntryKind.OwnerAnswered);
    }

    [Fact]
    public async Task Screening_tells_a_carriers_voicemail_from_a_person()
    {
        using var program = ProgramUnderTest.WithForwarding(Screened);
        using var unscreenedProgram = ProgramUnderTest.WithForwarding();
        using var line = program.Line();
        using var unscreenedLine = unscreenedProgram.Line();
        var scenario = Scenario.Call(OwnerPhone.CarrierVoicemailAnswers());

        var screened = await line.PlaceAsync(scenario);
        var unscreened = await unscreenedLine.PlaceAsync(scenario);

        Assert.False(screened.WasConnected);
        Assert.NotNull(screened.RecordingSid);
        Assert.True(unscreened.WasConnected);
        Assert.Null(unscreened.RecordingSid);
    }

    [Fact]
    public async Task Twilio_rings_five_seconds_longer_than_the_timeout()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();

        var inTime = await line.PlaceAsync(Scenario.Call(OwnerPhone.Answers(after: TimeSpan.FromSeconds(24))));
        var late = await line.PlaceAsync(Scenario.Call(OwnerPhone.Answers(after: TimeSpan.FromSeconds(26))));

        Assert.True(inTime.WasConnected);
        Assert.False(late.WasConnected);
        Assert.Equal("no-answer", late.DialCallStatus);
    }

    [Fact]
    public async Task Of_several_phones_the_first_to_answer_wins()
    {
        const string other = "+15005550008";
        using var program = ProgramUnderTest.WithForwarding();
        program.On("/webhook/voice", $"""
            <Dial action="/webhook/dial-result" answerOnBridge="true">
              <Number>{ProgramUnderTest.OwnerNumber}</Number><Number>{other}</Number>
            </Dial>
            """);
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Call(OwnerPhone.Answers(after: TimeSpan.FromSeconds(9))) with
        {
            Phones = new Dictionary<string, OwnerPhone> { [other] = OwnerPhone.Answers(after: TimeSpan.FromSeconds(3)) },
        });

        var connected = Assert.Single(call.Timeline.Entries, entry => entry.Kind is TimelineEntryKind.Connected);
        Assert.Equal(other, connected.Text);
        var canceled = Assert.Single(call.Timeline.Entries, entry => entry.Kind is TimelineEntryKind.OwnerPhoneCanceled);
        Assert.Equal(ProgramUnderTest.OwnerNumber, canceled.Text);
    }

    [Fact]
    public async Task The_progress_of_the_owners_leg_is_reported_when_asked_for()
    {
        using var program = ProgramUnderTest.WithForwarding(
            """statusCallback="/webhook/number-status" statusCallbackEvent="initiated ringing answered completed" """);
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Call(OwnerPhone.Answers(talksFor: TimeSpan.FromSeconds(61))));

        var progress = call.Exchanges.Where(exchange => exchange.Kind is WebhookKind.NumberStatusCallback)
            .Select(exchange => exchange.Parameters).ToArray();
        Assert.Equal(["initiated", "ringing", "in-progress", "completed"], progress.Select(parameters => parameters["CallStatus"]));
        Assert.Equal(["0", "1", "2", "3"], progress.Select(parameters => parameters["SequenceNumber"]));
        Assert.All(progress, parameters => Assert.Equal(call.CallSid, parameters["ParentCallSid"]));
        Assert.Equal("61", progress[^1]["CallDuration"]);
        Assert.Equal("2", progress[^1]["Duration"]);
    }
}
