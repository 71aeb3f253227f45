using System.Buffers.Binary;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Delivery.Tests.Support;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Voicemails;
using MaskedVoicemail.Simulator.Audio;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Delivery.Tests.Voicemails;

public sealed class StoringRecordingsTests : IDisposable
{
    private static readonly VoicemailId Id = VoicemailId.New(DateTimeOffset.UnixEpoch);

    private readonly TemporaryFolder _folder = new();
    private readonly FileSystemRecordingStore _store;

    public StoringRecordingsTests() => _store = new FileSystemRecordingStore(
        Options.Create(new RecordingStoreOptions { Path = "recordings" }), new TestHostEnvironment(_folder.Path));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Audio_is_kept_byte_for_byte_and_described_by_its_own_header()
    {
        var wav = WavAudio.Tone(2.5);

        var stored = await SaveAsync(wav);

        Assert.Equal(new StoredAudio("audio/wav", wav.Length, Convert.ToHexStringLower(SHA256.HashData(wav)), TimeSpan.FromSeconds(2.5)), stored);
        Assert.Equal(wav, await ReadAsync());
    }

    [Fact]
    public async Task MP3_is_kept_too()
    {
        var mp3 = SampleMessages.English[0].Mp3!;

        Assert.Equal("audio/mpeg", (await SaveAsync(mp3)).ContentType);
        Assert.Equal(mp3, await ReadAsync());
    }

    [Fact]
    public async Task A_WAV_file_whose_writer_did_not_know_its_size_is_whole_to_its_end()
    {
        var wav = WavAudio.Tone(1);
        BinaryPrimitives.WriteUInt32LittleEndian(wav.AsSpan(40), uint.MaxValue);

        Assert.Equal(TimeSpan.FromSeconds(1), (await SaveAsync(wav)).Duration);
    }

    [Fact]
    public async Task A_copy_replaces_what_was_there_and_outlives_its_source()
    {
        var copy = VoicemailId.New(DateTimeOffset.UnixEpoch);
        var wav = WavAudio.Tone(1);
        await SaveAsync(wav);

        for (var time = 1; time <= 2; time++)
        {
            await _store.CopyAsync(Id, copy, Cancellation);
        }

        await SaveAsync(WavAudio.Tone(2));
        await _store.DeleteAsync(Id, Cancellation);
        await using var audio = await _store.OpenAsync(copy, Cancellation);
        using var read = new MemoryStream();
        await audio!.CopyToAsync(read, Cancellation);
        Assert.Equal(wav, read.ToArray());
    }

    public static TheoryData<string, byte[]> NoAudio => new()
    {
        { "nothing", [] },
        { "a web page", "<!doctype html><title>404</title>"u8.ToArray() },
        { "an XML error", "<?xml version='1.0'?><TwilioResponse><RestException/></TwilioResponse>"u8.ToArray() },
        { "half a WAV file", WavAudio.Tone(2)[..16_000] },
        { "a WAV header without samples", WavAudio.Silence(0) },
        { "the beginning of a WAV header", WavAudio.Tone(1)[..20] },
        { "a few bytes", [1, 2, 3] },
        { "another RIFF file", "RIFF\0\0\0\0AVI LIST"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(NoAudio), DisableDiscoveryEnumeration = true)]
    public async Task What_is_no_whole_audio_is_refused_and_leaves_nothing_behind(string what, byte[] bytes)
    {
        await Assert.ThrowsAsync<InvalidAudioException>(() => SaveAsync(bytes));

        Assert.Null(await _store.OpenAsync(Id, Cancellation));
        Assert.True(_folder.Files.Count == 0, what);
    }

    [Fact]
    public async Task Fewer_bytes_than_announced_are_refused()
    {
        var mp3 = SampleMessages.English[0].Mp3!;

        await Assert.ThrowsAsync<InvalidAudioException>(() => SaveAsync(mp3[..^100], mp3.Length));

        Assert.Empty(_folder.Files);
    }

    [Fact]
    public async Task What_can_not_be_stored_leaves_what_is_stored()
    {
        var wav = WavAudio.Tone(1);
        await SaveAsync(wav);

        await Assert.ThrowsAsync<InvalidAudioException>(() => SaveAsync("nonsense"u8.ToArray()));

        Assert.Equal(wav, await ReadAsync());
    }

    [Fact]
    public async Task A_second_copy_replaces_the_first_one()
    {
        await SaveAsync(WavAudio.Tone(1));
        var second = WavAudio.Tone(2);

        await SaveAsync(second);

        Assert.Equal(second, await ReadAsync());
        Assert.Single(_folder.Files);
    }

    [Fact]
    public async Task Audio_being_played_is_not_disturbed_by_its_removal()
    {
        await SaveAsync(WavAudio.Tone(1));
        await using var playing = await _store.OpenAsync(Id, Cancellation);

        await _store.DeleteAsync(Id, Cancellation);

        Assert.NotNull(playing);
        Assert.True(playing.CanSeek);
        Assert.Equal(playing.Length, await CountAsync(playing));
        Assert.Null(await _store.OpenAsync(Id, Cancellation));
    }

    [Fact]
    public async Task All_that_is_stored_is_listed_with_its_time_and_nothing_else()
    {
        var start = DateTimeOffset.UtcNow;
        var copy = VoicemailId.New(DateTimeOffset.UnixEpoch);
        await SaveAsync(WavAudio.Tone(1));
        File.SetLastWriteTimeUtc(_folder.Files.Single(), DateTime.UnixEpoch);
        await _store.CopyAsync(Id, copy, Cancellation);
        HasFile("incoming/half.part");
        HasFile("lost+found/1234.audio");
        HasFile("00/00/notes.audio");

        var listed = await _store.ListAsync(Cancellation).ToListAsync(Cancellation);

        Assert.Equal(new[] { Id, copy }.Order(), listed.Select(file => file.Id).Order());
        Assert.InRange(listed.Single(file => file.Id == copy).WrittenAt, start.AddSeconds(-1), DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task An_empty_store_lists_nothing() => Assert.Empty(await _store.ListAsync(Cancellation).ToListAsync(Cancellation));

    [Fact]
    public async Task What_a_process_that_died_left_behind_is_removed_and_a_running_download_is_not()
    {
        await _store.DeleteLeftoversAsync(DateTimeOffset.UtcNow, Cancellation);
        await SaveAsync(WavAudio.Tone(1));
        var audio = _folder.Files.Single();
        File.SetLastWriteTimeUtc(audio, DateTime.UnixEpoch);
        File.SetLastWriteTimeUtc(HasFile("incoming/left.part"), DateTime.UtcNow.AddHours(-2));
        var running = HasFile("incoming/running.part");

        await _store.DeleteLeftoversAsync(DateTimeOffset.UtcNow.AddHours(-1), Cancellation);

        Assert.Equal(new[] { audio, running }.Order(), _folder.Files.Order());
    }

    [Fact]
    public async Task Removing_what_is_not_there_is_no_error() => await _store.DeleteAsync(Id, Cancellation);

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_the_programs_own_account_can_read_the_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        await SaveAsync(WavAudio.Tone(1));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.Files.Single()));
    }

    /// <returns>Where it is.</returns>
    private string HasFile(string name)
    {
        var path = Path.Combine(_folder.Path, "recordings", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
        return path;
    }

    private static async Task<long> CountAsync(Stream stream)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Cancellation);
        return bytes.Length;
    }

    private async Task<StoredAudio> SaveAsync(byte[] bytes, long? announced = null)
    {
        await using var media = new RecordingMedia(new MemoryStream(bytes), announced);
        return await _store.SaveAsync(Id, media, Cancellation);
    }

    private async Task<byte[]> ReadAsync()
    {
        await using var audio = await _store.OpenAsync(Id, Cancellation);
        using var bytes = new MemoryStream();
        await audio!.CopyToAsync(bytes, Cancellation);
        return bytes.ToArray();
    }
}
