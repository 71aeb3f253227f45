using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Operations;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Delivery.Tests.Support;
using MaskedVoicemail.Infrastructure.Twilio;
using MaskedVoicemail.Simulator;
using MaskedVoicemail.Simulator.Faults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MaskedVoicemail.Delivery.Tests.Twilio;

public sealed class FetchingRecordingsTests : IAsyncLifetime
{
    private Partners _twilio = null!;
    private TimeProvider _clock = TimeProvider.System;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _twilio = await Partners.StartAsync(new TwilioSimulatorOptions
    {
        PublicBaseUrl = new Uri("https://voicemail.example.test"),
        ApiKeySid = "SK0123456789abcdef0123456789abcdef",
        ApiKeySecret = "api-key-secret",
    });

    public ValueTask DisposeAsync() => _twilio.DisposeAsync();

    [Fact]
    public async Task The_audio_arrives_byte_for_byte()
    {
        var recording = _twilio.HasRecording();

        Assert.Equal(recording.Wav, await FetchAsync(recording.Sid));
    }

    [Fact]
    public async Task An_API_key_is_used_instead_of_the_token_where_there_is_one()
    {
        var recording = _twilio.HasRecording();

        Assert.Equal(recording.Wav, await FetchAsync(
            recording.Sid, ("Twilio:AuthToken", "not the account's"), ("Twilio:ApiKeySid", "SK0123456789abcdef0123456789abcdef"), ("Twilio:ApiKeySecret", "api-key-secret")));
    }

    [Fact]
    public async Task A_recording_that_is_not_there_yet_is_asked_for_again()
    {
        var failure = await Assert.ThrowsAsync<PartnerException>(() => FetchAsync("RE" + new string('0', 32)));

        Assert.False(failure.IsPermanent);
        Assert.Null(failure.RetryAfter);
    }

    [Fact]
    public async Task Wrong_credentials_wait_for_an_operator_and_name_the_settings()
    {
        var failure = await Assert.ThrowsAsync<PartnerException>(
            () => FetchAsync(_twilio.HasRecording().Sid, ("Twilio:AuthToken", "wrong")));

        Assert.False(failure.IsPermanent);
        Assert.Equal(TimeSpan.FromMinutes(5), failure.RetryAfter);
        Assert.Contains("Twilio:AuthToken", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twilio_is_left_alone_for_as_long_as_it_asks()
    {
        _twilio.Faults.Media.RespondWith(HttpFault.TooManyRequests(TimeSpan.FromSeconds(17)));

        var failure = await Assert.ThrowsAsync<PartnerException>(() => FetchAsync(_twilio.HasRecording().Sid));

        Assert.Equal(TimeSpan.FromSeconds(17), failure.RetryAfter);
    }

    public static TheoryData<string, HttpFault> Troubles => new()
    {
        { "a web page", HttpFault.Html() },
        { "half of it", HttpFault.Truncated() },
        { "30 MB", HttpFault.Oversized(30_000_000) },
        { "503", HttpFault.Status(503) },
        { "a closed connection", HttpFault.Disconnect() },
        { "a redirect", HttpFault.Redirect("http://169.254.169.254/latest/meta-data") },
    };

    [Theory]
    [MemberData(nameof(Troubles), DisableDiscoveryEnumeration = true)]
    public async Task Trouble_on_the_way_is_Twilios_and_passes(string what, HttpFault fault)
    {
        _twilio.Faults.Media.RespondWith(fault);

        var failure = await Assert.ThrowsAsync<PartnerException>(() => FetchAsync(_twilio.HasRecording().Sid));

        Assert.False(failure.IsPermanent, what);
    }

    [Fact]
    public async Task A_download_that_trickles_in_is_given_up_after_a_minute()
    {
        _twilio.Faults.Media.RespondWith(HttpFault.Slow(bytesPerSecond: 10));
        _clock = new HastyClock();

        var failure = await Assert.ThrowsAsync<PartnerException>(() => FetchAsync(_twilio.HasRecording().Sid));

        Assert.False(failure.IsPermanent);
        Assert.Contains("too slowly", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../Messages")]
    [InlineData("RE0123456789abcdef0123456789abcde/")]
    [InlineData("CA0123456789abcdef0123456789abcdef")]
    [InlineData("")]
    public async Task Nothing_but_a_recordings_SID_gets_into_an_address(string sid)
    {
        var failure = await Assert.ThrowsAsync<PartnerException>(() => FetchAsync(sid));

        Assert.True(failure.IsPermanent);
    }

    [Fact]
    public async Task A_deleted_recording_is_gone_and_may_be_deleted_again()
    {
        var sid = _twilio.HasRecording().Sid;
        await using var services = Services();
        var recordings = services.GetRequiredService<ITwilioRecordings>();

        await recordings.DeleteAsync(sid, Cancellation);
        await recordings.DeleteAsync(sid, Cancellation);

        Assert.Empty(_twilio.Account.Recordings);
    }

    private async Task<byte[]> FetchAsync(string sid, params (string Key, string Value)[] settings)
    {
        await using var services = Services(settings);
        await using var media = await services.GetRequiredService<ITwilioRecordings>().OpenMediaAsync(sid, Cancellation);
        using var bytes = new MemoryStream();
        await media.Content.CopyToAsync(bytes, Cancellation);
        Assert.Equal(bytes.Length, media.ContentLength);
        return bytes.ToArray();
    }

    private ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationManager
        {
            ["Twilio:AccountSid"] = _twilio.Options.AccountSid,
            ["Twilio:AuthToken"] = _twilio.Options.AuthToken,
            ["Twilio:ApiBaseUrl"] = _twilio.BaseAddress.AbsoluteUri,
        };
        foreach (var (key, value) in settings)
        {
            configuration[key] = value;
        }

        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IHostEnvironment>(new TestHostEnvironment("."))
            .AddSingleton(_clock)
            .AddSingleton<ServiceMetrics>()
            .AddTwilio()
            .BuildServiceProvider();
    }
}
