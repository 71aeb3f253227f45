using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MaskedVoicemail.Simulator.Faults;
using MaskedVoicemail.Simulator.Tests.Support;

namespace MaskedVoicemail.Simulator.Tests.Mail;

public sealed class SendGridTests
{
    [Fact]
    public async Task A_right_mail_is_accepted_and_kept()
    {
        await using var sendGrid = await StandIn.StartAsync();

        using var accepted = await SendAsync(sendGrid, RightMail());

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal(0, accepted.Content.Headers.ContentLength);
        var mail = Assert.Single(sendGrid.Line.Mail.All);
        Assert.Equal(Assert.Single(accepted.Headers.GetValues("X-Message-Id")), mail.MessageId);
        Assert.Equal(["owner@example.test"], mail.To);
        Assert.Equal("New message", mail.Subject);
        Assert.Equal("Somebody called.", mail.Text);
        Assert.Equal("42", mail.CustomArgs["notification"]);
        Assert.Equal("hello"u8, Assert.Single(mail.Attachments).Content.Span);
    }

    [Theory]
    [InlineData("from", "{}", "from.email")]
    [InlineData("subject", "\"\"", "subject")]
    [InlineData("personalizations", "[]", "personalizations")]
    [InlineData("personalizations", "[{\"to\":[]}]", "personalizations.0.to")]
    [InlineData("personalizations", "[{\"to\":[{\"email\":\"nobody\"}]}]", "personalizations.0.to.0.email")]
    [InlineData("content", "[]", "content")]
    [InlineData("content", "[{\"type\":\"text/plain\",\"value\":\"\"}]", "content.0.value")]
    [InlineData("custom_args", "{\"notification\":42}", "custom_args")]
    [InlineData("headers", "{\"Reply-To\":\"a@example.test\"}", "headers")]
    [InlineData("categories", "[\"\"]", "categories")]
    [InlineData("attachments", "[{\"content\":\"?\",\"filename\":\"a.txt\"}]", "attachments.0.content")]
    [InlineData("send_at", "99999999999", "send_at")]
    [InlineData("send_at", "1.5", "send_at")]
    [InlineData("from", "\"voicemail@example.test\"", "from.email")]
    [InlineData("content", "[\"text\"]", "content.0.type")]
    public async Task A_wrong_mail_is_refused_with_the_field_that_is_wrong(string name, string value, string field)
    {
        await using var sendGrid = await StandIn.StartAsync();
        var mail = RightMail();
        mail[name] = JsonNode.Parse(value);

        using var refused = await SendAsync(sendGrid, mail);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var errors = (await StandIn.JsonAsync(refused))["errors"]!.AsArray();
        Assert.Contains(field, errors.Select(error => (string?)error!["field"]));
        Assert.Empty(sendGrid.Line.Mail.All);
    }

    [Fact]
    public async Task The_key_must_be_right()
    {
        await using var sendGrid = await StandIn.StartAsync();

        using var refused = await SendAsync(sendGrid, RightMail(), key: "SG.other");

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task It_fails_as_often_as_wanted(int status)
    {
        await using var sendGrid = await StandIn.StartAsync();
        sendGrid.Line.Faults.Mail.RespondWith(status).Once();

        using var failed = await SendAsync(sendGrid, RightMail());
        using var accepted = await SendAsync(sendGrid, RightMail());

        Assert.Equal(status, (int)failed.StatusCode);
        Assert.NotEmpty((await StandIn.JsonAsync(failed))["errors"]!.AsArray());
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Single(sendGrid.Line.Mail.To("owner@example.test"));
    }

    [Fact]
    public async Task A_lost_answer_leaves_the_mail_sent()
    {
        await using var sendGrid = await StandIn.StartAsync();
        sendGrid.Line.Faults.Mail.RespondWith(HttpFault.LostAnswer()).Once();

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(sendGrid, RightMail()));

        Assert.Single(sendGrid.Line.Mail.All);
    }

    private static JsonObject RightMail() => JsonNode.Parse("""
        {
          "personalizations": [{ "to": [{ "email": "owner@example.test" }] }],
          "from": { "email": "voicemail@example.test", "name": "Voicemail" },
          "subject": "New message",
          "content": [
            { "type": "text/plain", "value": "Somebody called." },
            { "type": "text/html", "value": "<p>Somebody called.</p>" }
          ],
          "custom_args": { "notification": "42" },
          "attachments": [{ "content": "aGVsbG8=", "filename": "hello.txt", "type": "text/plain" }]
        }
        """)!.AsObject();

    private static async Task<HttpResponseMessage> SendAsync(StandIn sendGrid, JsonObject mail, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/mail/send");
        request.Content = new StringContent(mail.ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key ?? sendGrid.Line.Options.SendGridApiKey);
        return await sendGrid.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
