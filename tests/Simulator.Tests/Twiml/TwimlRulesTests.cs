using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Tests.Support;

namespace MaskedVoicemail.Simulator.Tests.Twiml;

public sealed class TwimlRulesTests
{
    private const string Number = "<Number>+15005550007</Number>";

    [Theory]
    [InlineData("<Dial timeout=\"4\" action=\"/webhook/dial-result\">" + Number + "</Dial>", 13212)]
    [InlineData("<Dial timeout=\"601\" action=\"/webhook/dial-result\">" + Number + "</Dial>", 13212)]
    [InlineData("<Dial callerId=\"+15005550099\" action=\"/webhook/dial-result\">" + Number + "</Dial>", 13214)]
    [InlineData("<Dial action=\"/webhook/dial-result\"><Say>Hello.</Say></Dial>", 13215)]
    [InlineData("<Dial action=\"/webhook/dial-result\"><Number>5550007</Number></Dial>", 13223)]
    [InlineData("<Dial method=\"PUT\" action=\"/webhook/dial-result\">" + Number + "</Dial>", 13210)]
    [InlineData("<Dial action=\"not a url\">" + Number + "</Dial>", 11100)]
    [InlineData("<Say>Hello.</Say><Dial answerOnBridge=\"true\" action=\"/webhook/dial-result\">" + Number + "</Dial>", 12200)]
    [InlineData("<Record action=\"/webhook/record-result\" maxLength=\"1\"/>", 13612)]
    [InlineData("<Record action=\"/webhook/record-result\" timeout=\"soon\"/>", 13611)]
    [InlineData("<Record action=\"/webhook/record-result\" finishOnKey=\"A\"/>", 13613)]
    [InlineData("<Record action=\"/webhook/record-result\" playBeep=\"yes\"/>", 13616)]
    [InlineData("<Record action=\"/webhook/record-result\" transcribe=\"true\" maxLength=\"120\"/>", 13615)]
    [InlineData("<Record action=\"/webhook/record-result\" transcribeCallback=\"/x\"/>", 12200)]
    [InlineData("<Record action=\"/webhook/record-result\" recordingStatusCallback=\"https://a_b.example.com/x\"/>", 13256)]
    [InlineData("<Record action=\"/webhook/record-result\" recordingStatusCallbackEvent=\"completed,absent\"/>", 12200)]
    [InlineData("<Say/>", 13520)]
    [InlineData("<Say language=\"zh-CN\">你好</Say>", 13512)]
    [InlineData("<Say language=\"cmn-CN\" voice=\"woman\">你好</Say>", 13511)]
    [InlineData("<Say language=\"cmn-CN\" voice=\"Google.en-US-Standard-A\">你好</Say>", 13511)]
    [InlineData("<Say voice=\"Joanna\">Hello.</Say>", 13511)]
    [InlineData("<say>Hello.</say>", 12200)]
    [InlineData("<Pause length=\"0\"/>", 13910)]
    [InlineData("<Gather><Dial/></Gather>", 13320)]
    [InlineData("<Gather numDigits=\"0\"/>", 13314)]
    [InlineData("<Say>Hello.</Say><Reject/>", 12200)]
    [InlineData("<Reject reason=\"away\"/>", 12200)]
    [InlineData("<Play>ftp://voicemail.example.com/x.wav</Play>", 11100)]
    [InlineData("Hello.", 12200)]
    public async Task A_mistake_is_named_by_twilios_code(string verbs, int code)
    {
        using var program = ProgramUnderTest.WithForwarding().On("/webhook/voice", verbs);
        using var line = program.Line(strict: false);

        var call = await line.PlaceAsync(Scenario.Missed);

        Assert.Contains(call.Notifications, notification => notification.Code == code);
    }

    [Theory]
    [InlineData("<Say voice=\"Polly.Zhiyu-Neural\" language=\"cmn-CN\">你好 <break time=\"1s\"/> 请留言</Say>")]
    [InlineData("<Say voice=\"Google.cmn-CN-Wavenet-A\" language=\"cmn-CN\" loop=\"2\">你好</Say>")]
    [InlineData("<Gather input=\"dtmf speech\" action=\"/x\" numDigits=\"1\"><Pause/><Say>Hello.</Say></Gather>")]
    [InlineData("<Dial action=\"/webhook/dial-result\" callerId=\"+15005550006\" ringTone=\"us\" timeLimit=\"3600\">" + Number + "</Dial>")]
    [InlineData("")]
    public async Task What_is_right_is_not_complained_of(string verbs)
    {
        using var program = ProgramUnderTest.WithForwarding().On("/webhook/voice", verbs);
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Missed);

        Assert.Empty(call.Notifications);
    }

    [Fact]
    public async Task Screening_allows_few_verbs()
    {
        using var program = ProgramUnderTest.WithForwarding("url=\"/webhook/screening\"");
        program.On("/webhook/screening", "<Dial>+15005550008</Dial>");
        using var line = program.Line(strict: false);

        var call = await line.PlaceAsync(Scenario.Call(OwnerPhone.Answers()));

        Assert.Equal(12200, Assert.Single(call.Notifications).Code);
        Assert.False(call.WasConnected);
    }

    [Fact]
    public async Task A_bad_value_counts_as_the_default()
    {
        using var program = ProgramUnderTest.WithForwarding();
        program.On("/webhook/voice", $"""<Dial action="/webhook/dial-result" timeout="none">{Number}</Dial>""");
        using var line = program.Line(strict: false);

        var call = await line.PlaceAsync(Scenario.Missed);

        Assert.Equal(
            TimeSpan.FromSeconds(35),
            Assert.Single(call.Timeline.Entries, entry => entry.Kind is TimelineEntryKind.OwnerPhoneRangOut).Offset);
    }

    [Theory]
    [InlineData("sip:desk@pbx.example.net", 13214)]
    [InlineData(ProgramUnderTest.MaskedNumber, null)]
    public async Task A_sip_call_is_shown_as_a_number_of_the_account_but_not_as_itself(string callerId, int? code)
    {
        using var program = ProgramUnderTest.WithForwarding();
        program.On("/webhook/voice", $"""<Dial action="/webhook/dial-result" callerId="{callerId}">{Number}</Dial>""");
        using var line = program.Line(strict: false);

        var call = await line.PlaceAsync(Scenario.Missed with { From = "sip:desk@pbx.example.net" });

        Assert.Equal(code, call.Notifications.SingleOrDefault()?.Code);
        Assert.Equal(code is null ? "no-answer" : "failed", call.DialCallStatus);
    }
}
