using System.Net;
using MaskedVoicemail.Simulator.Messaging;
using MaskedVoicemail.Simulator.Tests.Support;

namespace MaskedVoicemail.Simulator.Tests.Messaging;

public sealed class TextMessageTests
{
    private static readonly TextMessage Text = new()
    {
        From = ProgramUnderTest.CallerNumber,
        To = ProgramUnderTest.MaskedNumber,
        Body = "Are you there?",
    };

    [Fact]
    public async Task A_reply_goes_back_to_the_sender()
    {
        using var program = new ProgramUnderTest().On("/webhook/sms", "<Message>This number takes calls only.</Message>");
        using var line = program.Line();

        var text = await line.SendTextAsync(Text, TestContext.Current.CancellationToken);

        Assert.Equal(
            new TextReply(ProgramUnderTest.MaskedNumber, ProgramUnderTest.CallerNumber, "This number takes calls only."),
            Assert.Single(text.Replies));
        var request = Assert.Single(program.Received);
        Assert.Equal("Are you there?", request["Body"]);
        Assert.Equal(Text.MessageSid, request["MessageSid"]);
        Assert.Equal("0", request["NumMedia"]);
    }

    [Fact]
    public async Task Voice_verbs_do_not_answer_a_text()
    {
        using var program = new ProgramUnderTest().On("/webhook/sms", "<Say>Hello.</Say>");
        using var line = program.Line();

        var violation = await Assert.ThrowsAsync<TwimlViolationException>(() =>
            line.SendTextAsync(Text, TestContext.Current.CancellationToken));

        Assert.Equal(14110, Assert.Single(violation.Notifications).Code);
    }

    [Fact]
    public async Task A_failure_leads_to_the_fallback_url()
    {
        using var program = new ProgramUnderTest().On("/webhook/sms-fallback", "");
        program.On("/webhook/sms", _ => new HttpResponseMessage(HttpStatusCode.InternalServerError));
        using var line = program.Line(strict: false);
        line.Account.Number(Text.To).SmsFallbackUrl = $"{ProgramUnderTest.Origin}/webhook/sms-fallback";

        var text = await line.SendTextAsync(Text, TestContext.Current.CancellationToken);

        Assert.Empty(text.Replies);
        Assert.Equal("11217", text.Exchange.Parameters["ErrorCode"]);
    }
}
