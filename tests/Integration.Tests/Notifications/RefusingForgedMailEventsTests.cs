using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MaskedVoicemail.Domain.Notifications;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Mail;
using Microsoft.AspNetCore.Hosting;

namespace MaskedVoicemail.Integration.Tests.Notifications;

/// <summary>Only SendGrid reports on mails, and only to the one address that is its own.</summary>
public sealed class RefusingForgedMailEventsTests(SqliteService service) : IClassFixture<SqliteService>
{
    [Fact]
    public async Task Without_SendGrids_signature_over_exactly_this_body_and_time_nothing_happens()
    {
        var number = await service.HasMailboxAsync();
        var (message, mail) = await service.HasAnnouncedMessageAsync(number);
        var body = MailEventWebhook.BodyOf(MailEvent.Bounced(mail));
        var now = TimestampOf(service.Clock.GetUtcNow());
        var signature = service.Line.MailEvents.Sign(now, body);
        using var stranger = new MailEventsOfSomebodyElse();

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(body, null, null));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(body, now, null));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(body, null, signature));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(body, now, ""));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(body, now, "AAAA"));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(body, now, stranger.Sign(now, body)));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(body, TimestampOf(service.Clock.GetUtcNow().AddSeconds(1)), signature));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(body[..^2], now, signature));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync([.. body, .. " "u8], now, signature));

        Assert.Equal(DeliveryState.Unknown, (await service.NotificationAsync(message))!.Delivery);
        Assert.Null(await service.SuppressionAsync(number.OwnerEmail));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(body, now, signature));
        Assert.Equal(DeliveryState.Bounced, (await service.NotificationAsync(message))!.Delivery);
    }

    [Theory]
    [InlineData(-26, HttpStatusCode.Forbidden)]
    [InlineData(-24, HttpStatusCode.NoContent)]
    [InlineData(0, HttpStatusCode.NoContent)]
    [InlineData(1, HttpStatusCode.Forbidden)]
    public async Task A_signature_is_good_for_as_long_as_SendGrid_repeats_and_not_from_the_future(int hours, HttpStatusCode expected)
    {
        var number = await service.HasMailboxAsync();
        var (_, mail) = await service.HasAnnouncedMessageAsync(number);

        var answer = await service.Line.MailEvents.SendAsync(
            Announcements.Events, MailEventWebhook.BodyOf(MailEvent.Delivered(mail)), service.Clock.GetUtcNow().AddHours(hours));

        Assert.Equal(expected, answer);
    }

    [Theory]
    [InlineData("/webhook/sendgrid-events/")]
    [InlineData("/webhook/voice")]
    [InlineData("/webhook/sendgrid-events/voice")]
    [InlineData("/webhook/sendgrid-event")]
    public async Task SendGrids_signature_opens_no_other_address(string path) =>
        Assert.Equal(HttpStatusCode.Forbidden, await service.Line.MailEvents.SendAsync(path, "[]\r\n"u8.ToArray()));

    [Theory]
    [InlineData("/webhook/sendgrid-events")]
    [InlineData("/webhook/sendgrid-events/")]
    [InlineData("/webhook/SendGrid-Events")]
    public async Task Twilios_signature_does_not_open_SendGrids_address(string path)
    {
        var exchange = await service.Line.SendAsync(path, [new("CallSid", "CA1")], TestContext.Current.CancellationToken);

        Assert.Equal(403, exchange.StatusCode);
    }

    [Fact]
    public async Task A_signed_body_that_is_no_list_is_a_bad_request() =>
        Assert.Equal(HttpStatusCode.BadRequest, await service.Line.MailEvents.SendAsync(Announcements.Events, "{}\r\n"u8.ToArray()));

    [Fact]
    public async Task Without_a_key_everybody_is_refused()
    {
        using var keyless = service.WithWebHostBuilder(builder => builder.UseSetting("SendGrid:EventPublicKey", ""));
        using var client = keyless.CreateClient();
        var now = TimestampOf(service.Clock.GetUtcNow());

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(client, "[]"u8.ToArray(), now, service.Line.MailEvents.Sign(now, "[]"u8)));
    }

    private static string TimestampOf(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<HttpStatusCode> PostAsync(byte[] body, string? timestamp, string? signature)
    {
        using var client = service.CreateClient();
        return await PostAsync(client, body, timestamp, signature);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, byte[] body, string? timestamp, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Announcements.Events)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        if (timestamp is not null)
        {
            request.Headers.TryAddWithoutValidation(MailEventWebhook.TimestampHeader, timestamp);
        }

        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation(MailEventWebhook.SignatureHeader, signature);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>Signs as SendGrid does, with another key.</summary>
    private sealed class MailEventsOfSomebodyElse : IDisposable
    {
        private readonly System.Security.Cryptography.ECDsa _key =
            System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);

        public string Sign(string timestamp, byte[] body) => Convert.ToBase64String(_key.SignData(
            [.. Encoding.UTF8.GetBytes(timestamp), .. body],
            System.Security.Cryptography.HashAlgorithmName.SHA256,
            System.Security.Cryptography.DSASignatureFormat.Rfc3279DerSequence));

        public void Dispose() => _key.Dispose();
    }
}
