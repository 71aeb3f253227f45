using System.Net;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Tests.Support;

namespace MaskedVoicemail.Simulator.Tests.Rest;

public sealed class ResourcesTests
{
    [Fact]
    public async Task A_call_and_its_other_leg_can_be_fetched()
    {
        await using var twilio = await StandIn.StartAsync();
        var call = await twilio.Line.PlaceAsync(Scenario.Call(OwnerPhone.Answers(talksFor: TimeSpan.FromSeconds(30))));

        var parent = await twilio.GetJsonAsync($"{twilio.Account}/Calls/{call.CallSid}.json");
        var child = await twilio.GetJsonAsync($"{twilio.Account}/Calls/{call.DialCallSid}.json");

        Assert.Equal(ProgramUnderTest.CallerNumber, (string?)parent["from"]);
        Assert.Equal("inbound", (string?)parent["direction"]);
        Assert.Equal("30", (string?)parent["duration"]);
        Assert.Equal(call.CallSid, (string?)child["parent_call_sid"]);
        Assert.Equal("outbound-dial", (string?)child["direction"]);
    }

    [Fact]
    public async Task A_number_is_listed_and_its_webhooks_are_changed()
    {
        await using var twilio = await StandIn.StartAsync();
        var number = twilio.Line.Account.Number(ProgramUnderTest.MaskedNumber);

        var list = await twilio.GetJsonAsync($"{twilio.Account}/IncomingPhoneNumbers.json?PhoneNumber=%2B1500555***6");
        using var updated = await PostAsync(
            twilio, $"IncomingPhoneNumbers/{number.Sid}.json", new() { ["VoiceUrl"] = $"{ProgramUnderTest.Origin}/webhook/moved" });

        Assert.Equal(number.Sid, (string?)Assert.Single(list["incoming_phone_numbers"]!.AsArray())!["sid"]);
        Assert.Equal(HttpStatusCode.OK, updated.StatusCode);
        Assert.EndsWith("/webhook/moved", number.VoiceUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fallback_needs_what_it_falls_back_from()
    {
        await using var twilio = await StandIn.StartAsync();
        var number = twilio.Line.Account.Number(ProgramUnderTest.MaskedNumber);

        using var refused = await PostAsync(twilio, $"IncomingPhoneNumbers/{number.Sid}.json", new() { ["VoiceUrl"] = "" });

        Assert.Equal(21405, (int?)(await StandIn.JsonAsync(refused))["code"]);
        Assert.NotEmpty(number.VoiceUrl);
    }

    [Fact]
    public async Task A_text_message_of_the_program_is_kept()
    {
        await using var twilio = await StandIn.StartAsync();
        twilio.Line.Account.Number(ProgramUnderTest.MaskedNumber);

        using var sent = await PostAsync(twilio, "Messages.json", new()
        {
            ["To"] = ProgramUnderTest.OwnerNumber,
            ["From"] = ProgramUnderTest.MaskedNumber,
            ["Body"] = "You have a message.",
        });
        using var foreign = await PostAsync(twilio, "Messages.json", new()
        {
            ["To"] = ProgramUnderTest.OwnerNumber,
            ["From"] = "+15005550099",
            ["Body"] = "You have a message.",
        });

        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        Assert.Equal("queued", (string?)(await StandIn.JsonAsync(sent))["status"]);
        Assert.Equal("You have a message.", Assert.Single(twilio.Line.Account.Messages).Body);
        Assert.Equal(21606, (int?)(await StandIn.JsonAsync(foreign))["code"]);
    }

    [Fact]
    public async Task Another_account_is_not_found()
    {
        await using var twilio = await StandIn.StartAsync();

        using var answer = await twilio.GetAsync("/2010-04-01/Accounts/AC00000000000000000000000000000002/Recordings.json");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(StandIn twilio, string path, Dictionary<string, string> form) =>
        twilio.Client.PostAsync(
            new Uri($"{twilio.Account}/{path}", UriKind.Relative), new FormUrlEncodedContent(form), TestContext.Current.CancellationToken);
}
