using System.Buffers.Binary;
using System.Security.Cryptography;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Simulator.Audio;

namespace MaskedVoicemail.Delivery.Tests.Voicemails;

/// <summary>What every store does alike.</summary>
public abstract class StoringRecordingsTests
{
    protected static readonly VoicemailId Id = VoicemailId.New(DateTimeOffset.UnixEpoch);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract IRecordingStore Store { get; }

    /// <summary>What lies in the store, temporary files included.</summary>
    protected abstract int FilesInStore { get; }

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
            await Store.CopyAsync(Id, copy, Cancellation);
        }

        await SaveAsync(WavAudio.Tone(2));
        await Store.DeleteAsync(Id, Cancellation);
        await using var audio = await Store.OpenAsync(copy, Cancellation);
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

        Assert.Null(await Store.OpenAsync(Id, Cancellation));
        Assert.True(FilesInStore == 0, what);
    }

    [Fact]
    public async Task Fewer_bytes_than_announced_are_refused()
    {
        var mp3 = SampleMessages.English[0].Mp3!;

        await Assert.ThrowsAsync<InvalidAudioException>(() => SaveAsync(mp3[..^100], mp3.Length));

        Assert.Equal(0, FilesInStore);
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
        Assert.Equal(1, FilesInStore);
    }

    [Fact]
    public async Task Removing_what_is_not_there_is_no_error() => await Store.DeleteAsync(Id, Cancellation);

    [Fact]
    public async Task An_empty_store_lists_nothing() => Assert.Empty(await Store.ListAsync(Cancellation).ToListAsync(Cancellation));

    [Fact]
    public async Task All_that_is_stored_is_listed_with_the_time_of_its_storing()
    {
        var start = DateTimeOffset.UtcNow;
        var copy = VoicemailId.New(DateTimeOffset.UnixEpoch);
        await SaveAsync(WavAudio.Tone(1));
        await Store.CopyAsync(Id, copy, Cancellation);

        var listed = await Store.ListAsync(Cancellation).ToListAsync(Cancellation);

        Assert.Equal(new[] { Id, copy }.Order(), listed.Select(file => file.Id).Order());
        Assert.All(listed, file => Assert.InRange(file.WrittenAt, start.AddSeconds(-1), DateTimeOffset.UtcNow.AddSeconds(1)));
    }

    [Fact]
    public async Task Audio_can_be_read_from_anywhere()
    {
        var wav = WavAudio.Tone(20);
        await SaveAsync(wav);
        await using var audio = await Store.OpenAsync(Id, Cancellation);
        var part = new byte[100_000];

        Assert.Equal(wav.Length, audio!.Length);
        foreach (var (position, origin, from) in ((long, SeekOrigin, int)[])[(200_000, SeekOrigin.Begin, 200_000), (-150_000, SeekOrigin.Current, 150_000), (-100_000, SeekOrigin.End, wav.Length - 100_000)])
        {
            audio.Seek(position, origin);
            await audio.ReadExactlyAsync(part, Cancellation);
            Assert.Equal(wav[from..(from + part.Length)], part);
        }

        Assert.Equal(0, await audio.ReadAsync(part, Cancellation));
    }

    [Fact]
    public Task A_copy_of_what_is_not_there_fails() =>
        Assert.ThrowsAnyAsync<IOException>(() => Store.CopyAsync(Id, VoicemailId.New(DateTimeOffset.UnixEpoch), Cancellation));

    protected async Task<StoredAudio> SaveAsync(byte[] bytes, long? announced = null)
    {
        await using var media = new RecordingMedia(new MemoryStream(bytes), announced);
        return await Store.SaveAsync(Id, media, Cancellation);
    }

    protected async Task<byte[]> ReadAsync()
    {
        await using var audio = await Store.OpenAsync(Id, Cancellation);
        using var bytes = new MemoryStream();
        await audio!.CopyToAsync(bytes, Cancellation);
        return bytes.ToArray();
    }
}
