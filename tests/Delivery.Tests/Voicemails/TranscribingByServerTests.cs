using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Operations;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Delivery.Tests.Support;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Infrastructure.Voicemails.OpenAi;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Faults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Delivery.Tests.Voicemails;

public sealed class TranscribingByServerTests : IAsyncLifetime
{
    private TranscriptionServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await TranscriptionServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(Language.English, "en")]
    [InlineData(Language.Chinese, "zh")]
    public async Task The_server_is_sent_the_whole_message_and_its_language(Language language, string code)
    {
        var wav = WavAudio.Tone(2);

        Assert.Equal(_server.Text, await TranscribeAsync(wav, language: language));

        var request = Assert.Single(_server.Requests);
        Assert.Equal(wav, request.Audio);
        Assert.Equal((code, TranscriptionServer.Model, "json"), (request.Language, request.Model, request.Format));
        Assert.Equal(("message.wav", "audio/wav"), (request.FileName, request.FileType));
        Assert.Equal($"Bearer {TranscriptionServer.ApiKey}", request.Authorization);
        Assert.DoesNotContain('"', request.ContentType);
    }

    [Fact]
    public async Task MP3_is_named_as_such()
    {
        await TranscribeAsync(SampleMessages.English[0].Mp3!, "audio/mpeg");

        Assert.Equal("message.mp3", Assert.Single(_server.Requests).FileName);
    }

    [Fact]
    public async Task A_server_of_ones_own_needs_no_key_and_may_be_below_a_path()
    {
        Assert.Equal(_server.Text, await TranscribeAsync(settings: ("Transcription:OpenAi:ApiKey", "")));

        Assert.Null(Assert.Single(_server.Requests).Authorization);
        var failure = await FailsAsync(("Transcription:OpenAi:BaseUrl", _server.Settings["Transcription:OpenAi:BaseUrl"] + "/whisper/"));
        Assert.Contains("Transcription:OpenAi:BaseUrl", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public async Task Silence_has_no_text(string text)
    {
        _server.Text = text;

        Assert.Null(await TranscribeAsync());
    }

    [Fact]
    public async Task A_text_of_megabytes_is_none()
    {
        _server.Text = new string('x', 2_000_000);

        Assert.False((await FailsAsync()).IsPermanent);
    }

    [Fact]
    public async Task A_wrong_key_waits_for_an_operator()
    {
        var failure = await FailsAsync(("Transcription:OpenAi:ApiKey", "wrong"));

        Assert.True(failure is { IsRefusal: true, IsPermanent: false });
        Assert.Contains("Transcription:OpenAi:ApiKey", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    [InlineData(415)]
    [InlineData(422)]
    public async Task What_the_server_does_not_take_is_not_sent_again(int status)
    {
        _server.Faults.RespondWith(status);

        Assert.True((await FailsAsync()).IsPermanent);
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_not_even_sent()
    {
        Assert.True((await FailsAsync(("Transcription:OpenAi:MaxBytes", "1000"))).IsPermanent);

        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task The_server_is_left_alone_for_as_long_as_it_asks()
    {
        _server.Faults.RespondWith(HttpFault.TooManyRequests(TimeSpan.FromSeconds(17)));

        Assert.Equal(TimeSpan.FromSeconds(17), (await FailsAsync()).RetryAfter);
    }

    public static TheoryData<string, HttpFault> Troubles => new()
    {
        { "500", HttpFault.Status(500) },
        { "a web page", HttpFault.Html() },
        { "nothing", HttpFault.ZeroBytes() },
        { "half of it", HttpFault.Truncated() },
        { "30 MB", HttpFault.Oversized(30_000_000) },
        { "a closed connection", HttpFault.Disconnect() },
        { "no answer", HttpFault.NoAnswer() },
        { "ten bytes a second", HttpFault.Slow(bytesPerSecond: 10) },
        { "a redirect", HttpFault.Redirect("http://169.254.169.254/latest/meta-data") },
    };

    [Theory]
    [MemberData(nameof(Troubles), DisableDiscoveryEnumeration = true)]
    public async Task Trouble_is_the_servers_passes_and_is_told_without_a_word_of_the_message(string what, HttpFault fault)
    {
        _server.Faults.RespondWith(fault);

        var failure = await FailsAsync(("Transcription:OpenAi:TimeLimit", "00:00:02"));

        Assert.True(failure is { IsPermanent: false, IsRefusal: false }, what);
        Assert.DoesNotContain("call me", failure.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("sentence", failure.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Single(_server.Requests);
    }

    [Theory]
    [InlineData("""{"text":null}""")]
    [InlineData("""{"text":7}""")]
    [InlineData("""["text"]""")]
    [InlineData("{}")]
    public async Task Anything_but_a_text_is_no_transcription(string answer)
    {
        using var client = new HttpClient(new OneAnswer(answer));
        var transcriber = new OpenAiTranscriber(
            client,
            Microsoft.Extensions.Options.Options.Create(new OpenAiOptions { BaseUrl = new Uri("http://localhost") }),
            TimeProvider.System);

        await Assert.ThrowsAsync<PartnerException>(() => transcriber.TranscribeAsync(new byte[1], "audio/wav", Language.English, Cancellation));
    }

    private Task<PartnerException> FailsAsync(params (string Key, string Value)[] settings) =>
        Assert.ThrowsAsync<PartnerException>(() => TranscribeAsync(settings: settings));

    private async Task<string?> TranscribeAsync(
        byte[]? audio = null, string contentType = "audio/wav", Language language = Language.English, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(_server.Settings);
        foreach (var (key, value) in settings)
        {
            configuration[key] = value;
        }

        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ServiceMetrics>()
            .AddLogging()
            .AddTranscription()
            .BuildServiceProvider();
        return await services.GetRequiredService<ITranscriber>().TranscribeAsync(audio ?? WavAudio.Tone(1), contentType, language, Cancellation);
    }

    private sealed class OneAnswer(string json) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") });
    }
}
