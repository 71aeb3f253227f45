using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MaskedVoicemail.Simulator.Mail;
using MaskedVoicemail.Simulator.Tests.Support;

namespace MaskedVoicemail.Simulator.Tests.Mail;

public sealed class MailEventTests
{
    [Fact]
    public void A_batch_ends_with_CRLF_and_its_signature_is_good_for_it_and_for_nothing_else()
    {
        using var program = new ProgramUnderTest();
        using var line = program.Line();
        var body = MailEventWebhook.BodyOf(MailEvent.Bounced(Mail()));
        var signature = Convert.FromBase64String(line.MailEvents.Sign("1600112502", body));
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(line.MailEvents.PublicKey), out _);

        Assert.EndsWith("]\r\n", Encoding.UTF8.GetString(body), StringComparison.Ordinal);
        Assert.True(IsGood("1600112502", body));
        Assert.False(IsGood("1600112503", body));
        Assert.False(IsGood("1600112502", body[..^2]));

        bool IsGood(string timestamp, byte[] content) => key.VerifyData(
            Encoding.UTF8.GetBytes(timestamp).Concat(content).ToArray(), signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    [Fact]
    public void An_event_carries_the_mails_custom_arguments_beside_its_own_fields()
    {
        var mail = Mail();
        var repeated = MailEvent.Bounced(mail);

        var events = JsonNode.Parse(MailEventWebhook.BodyOf(repeated, repeated, MailEvent.Delivered(mail)))!.AsArray();

        Assert.Equal("bounce", (string?)events[0]!["event"]);
        Assert.Equal("bounce", (string?)events[0]!["type"]);
        Assert.Equal("owner@example.test", (string?)events[0]!["email"]);
        Assert.Equal("42", (string?)events[0]!["notification"]);
        Assert.StartsWith(mail.MessageId + ".", (string?)events[0]!["sg_message_id"], StringComparison.Ordinal);
        Assert.Equal((string?)events[0]!["sg_event_id"], (string?)events[1]!["sg_event_id"]);
        Assert.NotEqual((string?)events[0]!["sg_event_id"], (string?)events[2]!["sg_event_id"]);
    }

    [Fact]
    public async Task A_mail_to_an_address_that_bounced_is_dropped_until_the_address_is_taken_off_the_list()
    {
        await using var sendGrid = await StandIn.StartAsync();
        using var first = await SendAsync(sendGrid, HttpMethod.Post, "/v3/mail/send");

        await sendGrid.Line.MailEvents.SendAsync("/webhook/mail-events", MailEvent.Bounced(sendGrid.Line.Mail.All[0]));
        using var second = await SendAsync(sendGrid, HttpMethod.Post, "/v3/mail/send");
        using var removed = await SendAsync(sendGrid, HttpMethod.Delete, "/v3/suppression/bounces/owner%40example.test");
        using var again = await SendAsync(sendGrid, HttpMethod.Delete, "/v3/suppression/bounces/owner%40example.test");
        using var third = await SendAsync(sendGrid, HttpMethod.Post, "/v3/mail/send");

        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal([null, "Bounced Address", null], sendGrid.Line.Mail.All.Select(mail => mail.DropReason));
    }

    private static SentMail Mail() => new()
    {
        MessageId = "abc",
        At = DateTimeOffset.UnixEpoch,
        From = "voicemail@example.test",
        To = ["owner@example.test"],
        Subject = "New message",
        CustomArgs = new Dictionary<string, string> { ["notification"] = "42" },
        Json = "{}",
    };

    private static async Task<HttpResponseMessage> SendAsync(StandIn sendGrid, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", sendGrid.Line.Options.SendGridApiKey);
        if (method == HttpMethod.Post)
        {
            request.Content = new StringContent(
                """{"personalizations":[{"to":[{"email":"owner@example.test"}]}],"from":{"email":"a@example.test"},"subject":"s","content":[{"type":"text/plain","value":"t"}]}""",
                Encoding.UTF8,
                "application/json");
        }

        return await sendGrid.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
