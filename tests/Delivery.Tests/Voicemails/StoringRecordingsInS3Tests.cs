using MaskedVoicemail.Application.Operations.RunStep;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Delivery.Tests.Support;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Voicemails;
using MaskedVoicemail.Infrastructure.Voicemails.S3;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Faults;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Delivery.Tests.Voicemails;

public sealed class StoringRecordingsInS3Tests : StoringRecordingsTests, IAsyncLifetime
{
    private const int Megabyte = 1024 * 1024;

    private S3Server _server = null!;
    private S3RecordingStore _store = null!;

    protected override IRecordingStore Store => _store;

    protected override int FilesInStore => _server.Objects.Count;

    public async ValueTask InitializeAsync()
    {
        _server = await S3Server.StartAsync();
        _store = StoreWith(_ => { });
    }

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task A_whole_playing_makes_few_requests()
    {
        var wav = WavAudio.Tone(600);
        await SaveAsync(wav);

        Assert.Equal(wav, await ReadAsync());

        Assert.InRange(Requests("GET").Count, 1, 20);
        Assert.Equal(wav.Length, Requests("GET").Sum(request => request.BytesSent));
    }

    [Fact]
    public async Task A_part_is_not_the_whole()
    {
        await SaveAsync(WavAudio.Tone(600));
        await using var audio = await Store.OpenAsync(Id, Cancellation);
        Assert.Empty(Requests("GET"));

        audio!.Position = 5 * Megabyte;
        await audio.ReadExactlyAsync(new byte[1000], Cancellation);

        Assert.InRange(Assert.Single(Requests("GET")).BytesSent, 1000, 64 * 1024);
    }

    [Fact]
    public async Task Parts_of_two_recordings_are_never_mixed()
    {
        await SaveAsync(WavAudio.Tone(20));
        await using var audio = await Store.OpenAsync(Id, Cancellation);
        await audio!.ReadExactlyAsync(new byte[1000], Cancellation);

        await SaveAsync(WavAudio.Silence(20));
        audio.Seek(-1000, SeekOrigin.End);

        await Assert.ThrowsAsync<RecordingStoreException>(async () => await audio.ReadExactlyAsync(new byte[1000], Cancellation));
    }

    [Fact]
    public async Task A_long_list_comes_page_by_page_without_what_is_others()
    {
        _server.PageSize = 7;
        for (var number = 0; number < 30; number++)
        {
            _server.Objects[$"voicemails/{Guid.NewGuid()}.audio"] = S3Object.Of([1], "audio/wav");
        }

        _server.Objects["voicemails/readme.audio"] = S3Object.Of([1], "text/plain");
        _server.Objects["voicemails/.audio"] = S3Object.Of([1], "text/plain");
        _server.Objects[$"backups/{Guid.NewGuid()}.audio"] = S3Object.Of([1], "audio/wav");

        var listed = await Store.ListAsync(Cancellation).ToListAsync(Cancellation);

        Assert.Equal(30, listed.Distinct().Count());
        Assert.Equal(5, Requests("GET").Count);
    }

    [Fact]
    public async Task Nothing_is_left_in_the_machines_temporary_folder()
    {
        _server.Faults.RespondWith(503).Once();

        await Assert.ThrowsAsync<RecordingStoreException>(() => SaveAsync(WavAudio.Tone(1)));
        await SaveAsync(WavAudio.Tone(1));
        await Store.DeleteLeftoversAsync(DateTimeOffset.UtcNow, Cancellation);

        Assert.Empty(Directory.GetFiles(Path.GetTempPath(), "masked-voicemail-*", SearchOption.TopDirectoryOnly));
    }

    public static TheoryData<string, HttpFault, string> Troubles => new()
    {
        { "503", HttpFault.Status(503), "answered 503" },
        { "403", HttpFault.Status(403), "Recordings:S3:AccessKey" },
        { "a cut connection", HttpFault.Disconnect(), "connection" },
        { "no answer", HttpFault.NoAnswer(), "in time" },
        { "a web page", HttpFault.Status(502), "502" },
        { "a redirect", HttpFault.Redirect("http://169.254.169.254/"), "Recordings:S3:ServiceUrl" },
    };

    [Theory]
    [MemberData(nameof(Troubles), DisableDiscoveryEnumeration = true)]
    public async Task Trouble_is_our_own_named_without_secrets_and_left_to_the_step_to_repeat(string what, HttpFault fault, string named)
    {
        using var store = StoreWith(_ => { }, what == "no answer" ? new HastyClock() : TimeProvider.System);
        await SaveAsync(WavAudio.Tone(1));
        _server.Faults.RespondWith(fault);
        var before = _server.Exchanges.Count;
        Func<Task>[] requests =
        [
            () => SaveInAsync(store, WavAudio.Silence(1)),
            async () => await store.OpenAsync(Id, Cancellation),
            () => store.CopyAsync(Id, VoicemailId.New(DateTimeOffset.UnixEpoch), Cancellation),
            () => store.DeleteAsync(Id, Cancellation),
            async () => await store.ListAsync(Cancellation).CountAsync(Cancellation),
        ];

        foreach (var request in requests)
        {
            var failure = StepFailure.Of(await Assert.ThrowsAsync<RecordingStoreException>(request));
            Assert.Equal(FailureCause.OwnResources, failure.Cause);
            Assert.False(failure.IsPermanent, what);
            Assert.Contains(named, failure.Reason, StringComparison.Ordinal);
            Assert.DoesNotContain("sentence", failure.Reason, StringComparison.Ordinal);
        }

        Assert.Equal(requests.Length, _server.Exchanges.Count - before);
        _server.Faults.Clear();
        Assert.Equal(WavAudio.Tone(1), await ReadAsync());
    }

    [Theory]
    [InlineData("the key", "Recordings:S3:AccessKey")]
    [InlineData("the secret", "Recordings:S3:AccessKey")]
    [InlineData("the region", "Recordings:S3:AccessKey")]
    [InlineData("the bucket", "Recordings:S3:Bucket")]
    [InlineData("the server", "connection")]
    public async Task A_setting_that_is_wrong_is_told(string what, string named)
    {
        using var store = StoreWith(options => _ = what switch
        {
            "the key" => options.AccessKey = "another",
            "the secret" => options.SecretKey = "another",
            "the region" => options.Region = "us-east-1",
            "the bucket" => options.Bucket = "another",
            _ => (object)(options.ServiceUrl = new Uri("http://127.0.0.1:1")),
        });

        var failure = await Assert.ThrowsAsync<RecordingStoreException>(() => SaveInAsync(store, WavAudio.Tone(1)));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Objects);
    }

    [Theory]
    [InlineData("half of it")]
    [InlineData("nothing")]
    public async Task A_part_that_breaks_off_is_never_taken_for_audio(string what)
    {
        await SaveAsync(WavAudio.Tone(1));
        await using var audio = await Store.OpenAsync(Id, Cancellation);
        _server.Faults.RespondWith(what == "nothing" ? HttpFault.ZeroBytes() : HttpFault.Truncated());

        await Assert.ThrowsAsync<RecordingStoreException>(async () => await audio!.ReadExactlyAsync(new byte[1000], Cancellation));
    }

    private static async Task SaveInAsync(S3RecordingStore store, byte[] bytes)
    {
        await using var media = new RecordingMedia(new MemoryStream(bytes), bytes.Length);
        await store.SaveAsync(Id, media, Cancellation);
    }

    private List<S3Exchange> Requests(string method) => [.. _server.Exchanges.Where(exchange => exchange.Method == method)];

    private S3RecordingStore StoreWith(Action<S3Options> change, TimeProvider? clock = null)
    {
        var options = new S3Options
        {
            ServiceUrl = _server.BaseAddress,
            Bucket = S3Server.Bucket,
            AccessKey = S3Server.AccessKey,
            SecretKey = S3Server.SecretKey,
            Region = S3Server.Region,
        };
        change(options);
        return new S3RecordingStore(Options.Create(new RecordingStoreOptions { S3 = options }), clock ?? TimeProvider.System);
    }
}
