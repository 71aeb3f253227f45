using System.Security.Cryptography;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Voicemails;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Voicemails;

/// <summary>
/// Audio as files. A file gets its name only when it is whole and on the disk, so whoever finds the name finds all of it,
/// whenever the process or the machine stopped.
/// </summary>
internal sealed class FileSystemRecordingStore : IRecordingStore
{
    private const int BufferSize = 64 * 1024;

    /// <summary>No download takes so long: what is older was left behind by a process that died.</summary>
    private static readonly TimeSpan LeftoverAge = TimeSpan.FromHours(1);

    private readonly string _root;
    private readonly string _incoming;
    private readonly TimeProvider _clock;

    public FileSystemRecordingStore(IOptions<RecordingStoreOptions> options, IHostEnvironment environment, TimeProvider clock)
    {
        _root = Path.Combine(environment.ContentRootPath, options.Value.Path);
        _incoming = Path.Combine(_root, "incoming");
        _clock = clock;
    }

    public async Task<StoredAudio> SaveAsync(VoicemailId id, RecordingMedia media, CancellationToken cancellationToken)
    {
        var path = PathOf(id);
        CreatePrivateFolder(Path.GetDirectoryName(path)!);
        CreatePrivateFolder(_incoming);
        RemoveLeftovers(id);

        // In the same file system, so that the renaming is one step.
        var temporary = Path.Combine(_incoming, $"{id}.{Guid.NewGuid():N}.part");
        try
        {
            StoredAudio audio;
            await using (var file = new FileStream(temporary, PrivateFile()))
            {
                var sha256 = await CopyAsync(media, file, cancellationToken);
                audio = await AudioFile.InspectAsync(file, sha256, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
            FlushName(path);
            return audio;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    public Task<Stream?> OpenAsync(VoicemailId id, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(
                new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize, FileOptions.Asynchronous));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <summary>A second name for the same file, where the file system can: a stored file is replaced or removed, never written to.</summary>
    public Task CopyAsync(VoicemailId source, VoicemailId target, CancellationToken cancellationToken)
    {
        var path = PathOf(target);
        CreatePrivateFolder(Path.GetDirectoryName(path)!);
        File.Delete(path);
        if (!HardLink.TryCreate(PathOf(source), path))
        {
            File.Copy(PathOf(source), path, overwrite: true);
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(VoicemailId id, CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(PathOf(id)) is { } folder && Directory.Exists(folder))
        {
            File.Delete(PathOf(id));
        }

        return Task.CompletedTask;
    }

    /// <returns>SHA-256 of all that arrived.</returns>
    private static async Task<string> CopyAsync(RecordingMedia media, FileStream file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        int count;
        while ((count = await media.Content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, count);
            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        if (media.ContentLength is { } announced && announced != file.Length)
        {
            throw new InvalidAudioException(FormattableString.Invariant($"{file.Length} of {announced} bytes arrived."));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// Makes the new name last. .NET opens no folders, so the folder itself can't be flushed; but the renaming changed the file's own record too,
    /// and on the journaling file systems (ext4, XFS, Btrfs, NTFS) flushing that brings the journal to the disk up to the renaming.
    /// </summary>
    private static void FlushName(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    private static void CreatePrivateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static FileStreamOptions PrivateFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = BufferSize,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private void RemoveLeftovers(VoicemailId id)
    {
        var before = (_clock.GetUtcNow() - LeftoverAge).UtcDateTime;
        foreach (var leftover in new DirectoryInfo(_incoming).EnumerateFiles($"{id}.*.part").Where(file => file.LastWriteTimeUtc < before))
        {
            leftover.Delete();
        }
    }

    /// <summary>The last digits of a version 7 UUID are random: they spread the files over 65,536 folders.</summary>
    private string PathOf(VoicemailId id)
    {
        var digits = id.Value.ToString("N");
        return Path.Combine(_root, digits[^2..], digits[^4..^2], $"{id}.audio");
    }
}
