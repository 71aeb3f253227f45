using System.Text.Json.Nodes;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Notifications;
using MaskedVoicemail.Application.Operations;
using MaskedVoicemail.Delivery.Tests.Support;
using MaskedVoicemail.Infrastructure.Notifications;
using MaskedVoicemail.Simulator.Faults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Delivery.Tests.Notifications;

public sealed class SendingBySendGridTests : IAsyncLifetime
{
    private static readonly EmailMessage Message = new("owner@example.test", "你好", "text", "<p>html</p>", "reference-1");

    private readonly TestClock _clock = new();
    private Partners _sendGrid = null!;
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        _sendGrid = await Partners.StartAsync();
        _services = Services(_sendGrid.Options.SendGridApiKey);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _sendGrid.DisposeAsync();
    }

    [Fact]
    public async Task A_mail_is_handed_over_in_both_forms_without_tracking()
    {
        var messageId = await SendAsync();

        var mail = Assert.Single(_sendGrid.Mail.All);
        Assert.Equal(messageId, mail.MessageId);
        Assert.Equal("voicemail@example.test", mail.From);
        Assert.Equal("你好", mail.Subject);
        Assert.Equal("reference-1", mail.CustomArgs["reference"]);
        var json = JsonNode.Parse(mail.Json)!;
        Assert.Equal(["text/plain", "text/html"], json["content"]!.AsArray().Select(part => (string?)part!["type"]));
        Assert.False((bool)json["tracking_settings"]!["click_tracking"]!["enable"]!);
        Assert.False((bool)json["tracking_settings"]!["click_tracking"]!["enable_text"]!);
        Assert.False((bool)json["tracking_settings"]!["open_tracking"]!["enable"]!);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    public async Task A_mail_that_is_refused_for_itself_is_not_sent_again(int status)
    {
        _sendGrid.Faults.Mail.RespondWith(status);

        Assert.True((await FailAsync()).IsPermanent);
    }

    [Fact]
    public async Task A_web_page_with_status_200_is_not_taken_for_SendGrids_yes()
    {
        _sendGrid.Faults.Mail.RespondWith(HttpFault.Html());

        Assert.False((await FailAsync()).IsPermanent);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task SendGrids_own_trouble_passes(int status)
    {
        _sendGrid.Faults.Mail.RespondWith(status);

        Assert.False((await FailAsync()).IsPermanent);
    }

    [Fact]
    public async Task A_wrong_key_waits_for_an_operator()
    {
        await using var services = Services("SG.wrong");

        var failure = await Assert.ThrowsAsync<PartnerException>(
            () => services.GetRequiredService<IEmailSender>().SendAsync(Message, TestContext.Current.CancellationToken));

        Assert.False(failure.IsPermanent);
        Assert.Equal(TimeSpan.FromMinutes(5), failure.RetryAfter);
        Assert.Contains("SendGrid:ApiKey", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_rate_limit_no_mail_is_tried_before_its_end()
    {
        _sendGrid.Faults.Mail.RespondWith(HttpFault.TooManyRequests(TimeSpan.FromSeconds(40))).Once();

        var first = await FailAsync();
        _clock.Advance(TimeSpan.FromSeconds(30));
        var second = await FailAsync();
        _clock.Advance(TimeSpan.FromSeconds(11));
        await SendAsync();

        Assert.Equal(TimeSpan.FromSeconds(40), first.RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(10), second.RetryAfter);
        Assert.Single(_sendGrid.Mail.All);
    }

    private Task<PartnerException> FailAsync() => Assert.ThrowsAsync<PartnerException>(SendAsync);

    private Task<string?> SendAsync() => _services.GetRequiredService<IEmailSender>().SendAsync(Message, TestContext.Current.CancellationToken);

    private ServiceProvider Services(string apiKey)
    {
        var configuration = new ConfigurationManager
        {
            ["Email:Provider"] = "SendGrid",
            ["Email:From"] = "voicemail@example.test",
            ["SendGrid:ApiKey"] = apiKey,
            ["SendGrid:ApiBaseUrl"] = _sendGrid.BaseAddress.AbsoluteUri,
        };
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<ServiceMetrics>()
            .AddEmail(configuration, new TestHostEnvironment("."))
            .BuildServiceProvider();
    }
}
