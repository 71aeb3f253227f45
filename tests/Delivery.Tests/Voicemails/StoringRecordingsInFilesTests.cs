using System.Runtime.Versioning;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Delivery.Tests.Support;
using MaskedVoicemail.Infrastructure.Voicemails;
using MaskedVoicemail.Simulator.Audio;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Delivery.Tests.Voicemails;

public sealed class StoringRecordingsInFilesTests : StoringRecordingsTests, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public StoringRecordingsInFilesTests() => Store = new FileSystemRecordingStore(
        Options.Create(new RecordingStoreOptions { Path = "recordings" }), new TestHostEnvironment(_folder.Path), TimeProvider.System);

    protected override IRecordingStore Store { get; }

    protected override int FilesInStore => _folder.Files.Count;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Audio_being_played_is_not_disturbed_by_its_removal()
    {
        await SaveAsync(WavAudio.Tone(1));
        await using var playing = await Store.OpenAsync(Id, Cancellation);

        await Store.DeleteAsync(Id, Cancellation);

        Assert.NotNull(playing);
        Assert.True(playing.CanSeek);
        using var played = new MemoryStream();
        await playing.CopyToAsync(played, Cancellation);
        Assert.Equal(playing.Length, played.Length);
        Assert.Null(await Store.OpenAsync(Id, Cancellation));
    }

    [Fact]
    public async Task What_others_put_into_the_folder_is_not_listed_and_a_copy_is_as_old_as_its_making()
    {
        var start = DateTimeOffset.UtcNow;
        await SaveAsync(WavAudio.Tone(1));
        File.SetLastWriteTimeUtc(_folder.Files.Single(), DateTime.UnixEpoch);
        HasFile("incoming/half.part");
        HasFile("lost+found/1234.audio");
        HasFile("00/00/notes.audio");

        Assert.Equal(DateTimeOffset.UnixEpoch, (await Store.ListAsync(Cancellation).SingleAsync(Cancellation)).WrittenAt);
        await Store.CopyAsync(Id, Id with { Value = Guid.NewGuid() }, Cancellation);

        Assert.All(await Store.ListAsync(Cancellation).ToListAsync(Cancellation), file => Assert.True(file.WrittenAt > start.AddSeconds(-1)));
    }

    [Fact]
    public async Task What_a_process_that_died_left_behind_is_removed_and_a_running_download_is_not()
    {
        await Store.DeleteLeftoversAsync(DateTimeOffset.UtcNow, Cancellation);
        await SaveAsync(WavAudio.Tone(1));
        var audio = _folder.Files.Single();
        File.SetLastWriteTimeUtc(audio, DateTime.UnixEpoch);
        File.SetLastWriteTimeUtc(HasFile("incoming/left.part"), DateTime.UtcNow.AddHours(-2));
        var running = HasFile("incoming/running.part");

        await Store.DeleteLeftoversAsync(DateTimeOffset.UtcNow.AddHours(-1), Cancellation);

        Assert.Equal(new[] { audio, running }.Order(), _folder.Files.Order());
    }

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
}
