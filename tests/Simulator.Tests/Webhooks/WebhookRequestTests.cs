using System.Net;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Tests.Support;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Tests.Webhooks;

public sealed class WebhookRequestTests
{
    [Fact]
    public async Task Every_request_is_signed_and_names_its_sender()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();

        await line.PlaceAsync(Scenario.Missed);

        Assert.NotEmpty(program.Received);
        Assert.All(program.Received, request =>
        {
            Assert.Equal(line.Sign(request.Path, request.Parameters), request.Headers["X-Twilio-Signature"]);
            Assert.Equal("TwilioProxy/1.1", request.Headers["User-Agent"]);
            Assert.NotEmpty(request.Headers["I-Twilio-Idempotency-Token"]);
        });
    }

    [Fact]
    public async Task The_voice_request_has_the_parameters_of_an_inbound_call()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Missed with { CallerName = "RIVERSIDE CLINIC", ForwardedFrom = "+15005550009" });

        var voice = call.Exchange(WebhookKind.Voice)!.Parameters;
        Assert.Equal(call.CallSid, voice["CallSid"]);
        Assert.Equal("ringing", voice["CallStatus"]);
        Assert.Equal("inbound", voice["Direction"]);
        Assert.Equal(ProgramUnderTest.CallerNumber, voice["From"]);
        Assert.Equal(ProgramUnderTest.MaskedNumber, voice["To"]);
        Assert.Equal("US", voice["FromCountry"]);
        Assert.Equal("RIVERSIDE CLINIC", voice["CallerName"]);
        Assert.Equal("+15005550009", voice["ForwardedFrom"]);
        Assert.Null(voice["ParentCallSid"]);
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData("Restricted")]
    [InlineData("+266696687")]
    [InlineData("")]
    public async Task A_withheld_caller_has_no_name_and_no_place(string from)
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Missed with { From = from, CallerName = "RIVERSIDE CLINIC" });

        var voice = call.Exchange(WebhookKind.Voice)!.Parameters;
        Assert.Equal(from, voice["From"]);
        Assert.Null(voice["CallerName"]);
        Assert.Null(voice["FromCountry"]);
    }

    [Fact]
    public async Task A_caller_may_be_missing_altogether()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Missed with { From = null });

        Assert.DoesNotContain(call.Exchange(WebhookKind.Voice)!.Parameters, field => field.Key is "From" or "Caller");
    }

    [Fact]
    public async Task A_failed_connection_is_retried_once_with_the_same_token()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();
        line.Faults.Webhooks.Of(WebhookKind.Voice).FailToConnect(attempts: 1);

        var call = await line.PlaceAsync(Scenario.Missed);

        Assert.Equal(2, call.Exchange(WebhookKind.Voice)!.Attempts);
        Assert.Equal("completed", call.RecordingStatus);
    }

    [Fact]
    public async Task A_server_error_is_retried_only_when_the_url_says_so()
    {
        using var program = ProgramUnderTest.WithForwarding();
        var answers = 0;
        program.On("/webhook/voice", _ => ++answers == 1
            ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
            : ProgramUnderTest.Twiml("<Reject/>"));
        using var line = program.Line();
        line.Account.Number(ProgramUnderTest.MaskedNumber).VoiceUrl += "#rc=1&rp=5xx";

        var call = await line.PlaceAsync(Scenario.Missed);

        Assert.Equal("no-answer", call.Status);
        Assert.All(program.Received, request => Assert.DoesNotContain('#', request.Url));
        Assert.Single(program.Received.Where(request => request.Path == "/webhook/voice")
            .Select(request => request.Headers["I-Twilio-Idempotency-Token"]).Distinct());
    }

    [Fact]
    public async Task With_get_the_parameters_are_in_the_query_and_signed_there()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();
        line.Account.Number(ProgramUnderTest.MaskedNumber).VoiceMethod = "GET";

        var call = await line.PlaceAsync(Scenario.Missed);

        var voice = call.Exchange(WebhookKind.Voice)!;
        Assert.Contains("From=%2B14155550100", voice.Url, StringComparison.Ordinal);
        Assert.Equal(RequestSignature.ForUrl(line.Options.AuthToken, voice.Url), voice.Signature);
    }

    [Fact]
    public async Task A_single_request_can_be_sent_by_hand()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();
        WebhookParameters parameters = new() { { "CallSid", "CA00000000000000000000000000000001" } };

        var exchange = await line.SendAsync("/webhook/call-status?number=42", parameters, TestContext.Current.CancellationToken);

        Assert.Equal(204, exchange.StatusCode);
        Assert.Equal(line.Sign("/webhook/call-status?number=42", parameters), exchange.Signature);
        Assert.Equal($"{ProgramUnderTest.Origin}/webhook/call-status?number=42", Assert.Single(program.Received).Url);
    }

    [Fact]
    public async Task A_url_that_does_not_lead_to_the_program_is_not_requested()
    {
        using var program = ProgramUnderTest.WithForwarding();
        program.On("/webhook/voice", """<Redirect>https://elsewhere.example.net/voice</Redirect>""");
        using var line = program.Line(strict: false);
        line.Account.Number(ProgramUnderTest.MaskedNumber).VoiceFallbackUrl = "";

        var call = await line.PlaceAsync(Scenario.Missed);

        Assert.Equal(11210, Assert.Single(call.Notifications).Code);
        Assert.Contains(call.Timeline.Entries, entry => entry.Kind is TimelineEntryKind.ApplicationError);
    }
}
