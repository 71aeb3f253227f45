using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Tests.Support;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Tests.Calls;

public sealed class MissedCallTests
{
    public static TheoryData<OwnerPhone, string> Misses { get; } = new()
    {
        { OwnerPhone.RingsOut(), "no-answer" },
        { OwnerPhone.Busy(), "busy" },
        { OwnerPhone.Fails(), "failed" },
    };

    [Theory]
    [MemberData(nameof(Misses))]
    public async Task The_action_says_why_nobody_answered(OwnerPhone owner, string status)
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Call(owner));

        var action = call.Exchange(WebhookKind.DialAction)!.Parameters;
        Assert.Equal(status, action["DialCallStatus"]);
        Assert.Equal("false", action["DialBridged"]);
        Assert.Equal("ringing", action["CallStatus"]);
        Assert.Equal("completed", call.RecordingStatus);
    }

    [Fact]
    public async Task A_missed_call_runs_to_its_recording()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Missed);

        Assert.Equal("completed", call.Status);
        Assert.Equal(["Please leave a message."], call.Heard);
        Assert.Equal(
            ["/webhook/voice", "/webhook/dial-result", "/webhook/record-result", "/webhook/call-status", "/webhook/voicemail-callback"],
            program.Received.Select(request => request.Path));
        Assert.Equal("00:25", Assert.Single(
            call.Timeline.Entries, entry => entry.Kind is TimelineEntryKind.Answered).Offset.ToString("mm\\:ss", null));
    }

    [Theory]
    [InlineData("no-answer")]
    [InlineData("canceled")]
    [InlineData("completed")]
    public async Task A_caller_who_gives_up_while_it_rings_is_reported_in_one_of_several_ways(string status)
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();
        line.Unverified.AbandonedDialCallStatus = status;

        var call = await line.PlaceAsync(Scenario.Call(OwnerPhone.RingsOut(), CallerBehaviour.HangsUpWhileRinging()));

        var action = call.Exchange(WebhookKind.DialAction)!.Parameters;
        Assert.Equal(status, action["DialCallStatus"]);
        Assert.Equal("completed", action["CallStatus"]);
        Assert.Equal("no-answer", call.Exchange(WebhookKind.StatusCallback)!.Parameters["CallStatus"]);
        Assert.False(call.WasAnswered);
        Assert.Null(call.RecordingSid);
    }

    [Fact]
    public async Task A_caller_who_gives_up_while_it_rings_may_not_be_reported_at_all()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();
        line.Unverified.AbandonedDialCallStatus = null;

        var call = await line.PlaceAsync(Scenario.Call(OwnerPhone.RingsOut(), CallerBehaviour.HangsUpWhileRinging()));

        Assert.Null(call.Exchange(WebhookKind.DialAction));
        Assert.NotNull(call.Exchange(WebhookKind.StatusCallback));
    }

    [Fact]
    public async Task A_caller_who_hangs_up_during_the_greeting_leaves_nothing()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Call(OwnerPhone.RingsOut(), CallerBehaviour.HangsUpDuringGreeting()));

        Assert.Null(call.RecordingSid);
        Assert.Null(call.Exchange(WebhookKind.RecordingStatusCallback));
        Assert.Equal("completed", call.Exchange(WebhookKind.StatusCallback)!.Parameters["CallStatus"]);
    }

    [Theory]
    [InlineData("<Reject/>", "no-answer")]
    [InlineData("<Reject reason=\"busy\"/>", "busy")]
    public async Task A_rejected_call_is_not_answered(string verb, string status)
    {
        using var program = new ProgramUnderTest().On("/webhook/voice", verb);
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Missed);

        Assert.False(call.WasAnswered);
        Assert.Equal(status, call.Status);
        var end = call.Exchange(WebhookKind.StatusCallback)!.Parameters;
        Assert.Equal(status, end["CallStatus"]);
        Assert.Equal("0", end["CallDuration"]);
    }

    [Fact]
    public async Task A_hangup_answers_the_call_even_as_first_verb()
    {
        using var program = new ProgramUnderTest().On("/webhook/voice", "<Hangup/>");
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Missed);

        Assert.True(call.WasAnswered);
        Assert.Equal("completed", call.Status);
    }

    [Fact]
    public async Task A_number_without_voice_url_is_out_of_service()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();
        line.Account.Number(ProgramUnderTest.MaskedNumber).VoiceUrl = "";

        var call = await line.PlaceAsync(Scenario.Missed);

        Assert.Equal("failed", call.Status);
        Assert.Null(call.Exchange(WebhookKind.Voice));
    }
}
