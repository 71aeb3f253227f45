using System.Net;
using System.Net.Http.Headers;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Account;

namespace MaskedVoicemail.Integration.Tests.Calls;

public abstract class RefusingForgedRequestsTests(VoicemailService service)
{
    [Theory]
    [InlineData("/webhook/voice")]
    [InlineData("/webhook/dial-result")]
    [InlineData("/webhook/record-result")]
    [InlineData("/webhook/screening")]
    [InlineData("/webhook/screening-result")]
    [InlineData("/webhook/voice-fallback")]
    [InlineData("/webhook/voicemail-callback")]
    [InlineData("/webhook/transcription-callback")]
    [InlineData("/webhook/call-status")]
    [InlineData("/webhook/sms")]
    [InlineData("/webhook/no-such-thing")]
    public async Task Without_a_valid_signature_nothing_under_webhook_answers(string path)
    {
        using var client = service.CreateClient();
        var fields = new Dictionary<string, string> { ["CallSid"] = Sid.New("CA") };
        var signature = service.Line.Sign(path, fields);

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(client, path, fields, null));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(client, path, fields, ""));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(client, path, fields, "AAAAAAAAAAAAAAAAAAAAAAAAAAA="));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(client, path, new(fields) { ["From"] = "+1" }, signature));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(client, path + "?a=b", fields, signature));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(client, path + "/", fields, signature));
    }

    [Fact]
    public async Task A_forged_call_leaves_no_trace()
    {
        var number = await service.HasNumberAsync();
        using var client = service.CreateClient();

        await PostAsync(client, "/webhook/voice", new() { ["CallSid"] = Sid.New("CA"), ["To"] = number.E164, ["From"] = "+12125550100" }, "AAAAAAAAAAAAAAAAAAAAAAAAAAA=");

        Assert.Equal(0, (await service.SubscriptionAsync(number)).ForwardingUsed);
    }

    [Fact]
    public async Task What_a_proxy_or_an_attacker_says_of_the_host_does_not_matter()
    {
        using var client = service.CreateClient();
        using var request = SignedMessage("http://inner:8080/webhook/sms");
        request.Headers.Add("X-Forwarded-Host", "evil.example.test");
        request.Headers.Add("X-Forwarded-Proto", "http");

        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_cookie_means_nothing_to_a_webhook()
    {
        using var nobody = new Reader(service, new SubscriberId(Guid.CreateVersion7()));
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        using var message = SignedMessage("/webhook/sms");

        using var answer = await nobody.SendAsync(message);
        using var page = await nobody.GetAsync("/voicemails");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));

        // Whoever looks at that session ends it.
        Assert.True(page.Headers.Contains("Set-Cookie"));
    }

    /// <summary>What is signed are the values: how a form writes them is the sender's choice.</summary>
    [Theory]
    [InlineData("MessageSid=SM1&Body=a+b%26c&From=%2B12125550100")]
    [InlineData("From=%2b12125550100&Body=a%20b%26c&MessageSid=SM1")]
    [InlineData("&%46rom=%2B12125550100&&Body=a%20b%26c&MessageSid=%53M1&")]
    public async Task A_form_is_taken_in_any_spelling_and_order(string body)
    {
        Dictionary<string, string> fields = new() { ["Body"] = "a b&c", ["From"] = "+12125550100", ["MessageSid"] = "SM1" };

        Assert.Equal(HttpStatusCode.OK, await PostFormAsync(new StringContent(body), fields));
        Assert.Equal(HttpStatusCode.OK, await PostFormAsync(new PieceByPieceContent(body), fields));
        Assert.Equal(HttpStatusCode.Forbidden, await PostFormAsync(new StringContent(body + "&Body=d"), fields));
        Assert.Equal(HttpStatusCode.Forbidden, await PostFormAsync(new StringContent(body.Replace("c", "C", StringComparison.Ordinal)), fields));
    }

    [Fact]
    public async Task A_form_of_more_fields_than_any_of_Twilios_is_refused_though_its_signature_is_right()
    {
        var many = Enumerable.Range(0, 1025).ToDictionary(index => $"Field{index}", _ => "");

        Assert.Equal(HttpStatusCode.Forbidden, await PostFormAsync(new FormUrlEncodedContent(many), many));
        many.Remove("Field0");
        Assert.Equal(HttpStatusCode.OK, await PostFormAsync(new FormUrlEncodedContent(many), many));
    }

    private async Task<HttpStatusCode> PostFormAsync(HttpContent form, Dictionary<string, string> signed)
    {
        using var client = service.CreateClient();
        form.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded") { CharSet = "UTF-8" };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhook/sms")
        {
            Content = form,
            Headers = { { "X-Twilio-Signature", service.Line.Sign("/webhook/sms", signed) } },
        };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private HttpRequestMessage SignedMessage(string url)
    {
        var fields = new Dictionary<string, string> { ["MessageSid"] = Sid.New("SM") };
        return new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new FormUrlEncodedContent(fields),
            Headers = { { "X-Twilio-Signature", service.Line.Sign("/webhook/sms", fields) } },
        };
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string path, Dictionary<string, string> fields, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    public sealed class OnSqlite(SqliteService service) : RefusingForgedRequestsTests(service), IClassFixture<SqliteService>;
}
