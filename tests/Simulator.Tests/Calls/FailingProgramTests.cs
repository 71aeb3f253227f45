using System.Net;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Tests.Support;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Tests.Calls;

public sealed class FailingProgramTests
{
    public static TheoryData<string, string, int> UnusableAnswers { get; } = new()
    {
        { "text/xml", "", 11770 },
        { "text/xml", "\n<?xml version=\"1.0\"?><Response/>", 12100 },
        { "text/xml", "<Response><Say>Fish & chips</Say></Response>", 12100 },
        { "text/xml", "<?xml version=\"2.0\"?><Response/>", 12101 },
        { "text/xml", "<response/>", 12102 },
        { "text/html", "This number is not in service.", 12100 },
        { "application/json", "{}", 12300 },
    };

    [Theory]
    [MemberData(nameof(UnusableAnswers))]
    public async Task The_fallback_url_is_told_what_was_wrong(string contentType, string body, int code)
    {
        using var program = new ProgramUnderTest();
        program.On("/webhook/voice", _ => ProgramUnderTest.Answer(body, contentType));
        program.On("/webhook/voice-fallback", "<Say>Please call again later.</Say>");
        using var line = program.Line(strict: false);

        var call = await line.PlaceAsync(Scenario.Missed);

        var fallback = call.Exchange(WebhookKind.VoiceFallback)!.Parameters;
        Assert.Equal($"{code}", fallback["ErrorCode"]);
        Assert.Equal($"{ProgramUnderTest.Origin}/webhook/voice", fallback["ErrorUrl"]);
        Assert.Equal(["Please call again later."], call.Heard);
        Assert.Contains(call.Notifications, notification => notification.Code == code);
    }

    [Fact]
    public async Task An_error_status_leads_to_the_fallback_url()
    {
        using var program = ProgramUnderTest.WithForwarding();
        program.On("/webhook/dial-result", _ => new HttpResponseMessage(HttpStatusCode.InternalServerError));
        program.On("/webhook/voice-fallback", ProgramUnderTest.Greeting());
        using var line = program.Line(strict: false);

        var call = await line.PlaceAsync(Scenario.Missed);

        Assert.Equal("11217", call.Exchange(WebhookKind.VoiceFallback)!.Parameters["ErrorCode"]);
        Assert.Equal("completed", call.RecordingStatus);
    }

    [Fact]
    public async Task Without_fallback_url_the_caller_hears_of_an_error()
    {
        using var program = new ProgramUnderTest();
        using var line = program.Line(strict: false);
        line.Account.Number(ProgramUnderTest.MaskedNumber).VoiceFallbackUrl = "";

        var call = await line.PlaceAsync(Scenario.Missed);

        Assert.Contains(call.Timeline.Entries, entry => entry.Kind is TimelineEntryKind.ApplicationError);
        Assert.Equal(11217, Assert.Single(call.Notifications).Code);
    }

    [Fact]
    public async Task Plain_text_is_read_to_the_caller_and_the_call_ends()
    {
        using var program = new ProgramUnderTest();
        program.On("/webhook/voice", _ => ProgramUnderTest.Answer("Quota exceeded", "text/plain"));
        using var line = program.Line(strict: false);

        var call = await line.PlaceAsync(Scenario.Missed);

        Assert.Equal(["Quota exceeded"], call.Heard);
        Assert.Single(call.Notifications);
    }

    [Fact]
    public async Task A_callback_must_be_acknowledged_with_nothing()
    {
        using var program = ProgramUnderTest.WithForwarding();
        program.On("/webhook/voicemail-callback", _ => ProgramUnderTest.Answer("ok", "application/json"));
        program.On("/webhook/call-status", "");
        using var line = program.Line(strict: false);

        var call = await line.PlaceAsync(Scenario.Missed);

        var complaint = Assert.Single(call.Notifications);
        Assert.Equal(12300, complaint.Code);
        Assert.EndsWith("/webhook/voicemail-callback", complaint.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strict_line_throws_after_the_call_went_on_as_it_would_have()
    {
        using var program = new ProgramUnderTest().On("/webhook/voice", "<Say voise=\"woman\">Hello.</Say>");
        using var line = program.Line();

        var violation = await Assert.ThrowsAsync<TwimlViolationException>(() => line.PlaceAsync(Scenario.Missed));

        Assert.Equal(12200, Assert.Single(violation.Notifications).Code);
        Assert.Equal(["Hello."], violation.Call!.Heard);
        Assert.Contains("voise", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirected_webhook_loses_its_form()
    {
        using var program = new ProgramUnderTest().On("/webhook/moved", "<Reject/>");
        program.On("/webhook/voice", _ => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("/webhook/moved", UriKind.Relative) } });
        using var line = program.Line(strict: false);

        var call = await line.PlaceAsync(Scenario.Missed);

        Assert.Equal("no-answer", call.Status);
        Assert.Single(call.Notifications);
        var moved = Assert.Single(program.Received, request => request.Path == "/webhook/moved");
        Assert.Equal("GET", moved.Method);
        Assert.Empty(moved.Parameters);
    }
}
