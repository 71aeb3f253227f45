using System.Globalization;
using System.Runtime.CompilerServices;
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
    private const string Extension = ".audio";
    private const string TemporaryExtension = ".part";

    private readonly string _root;
    private readonly string _incoming;

    public FileSystemRecordingStore(IOptions<RecordingStoreOptions> options, IHostEnvironment environment)
    {
        _root = Path.Combine(environment.ContentRootPath, options.Value.Path);
        _incoming = Path.Combine(_root, "incoming");
    }

    public async Task<StoredAudio> SaveAsync(VoicemailId id, RecordingMedia media, CancellationToken cancellationToken)
    {
        var path = PathOf(id);
        CreateFolderOf(path);
        CreatePrivateFolder(_incoming);

        // In the same file system, so that the renaming is one step.
        var temporary = Path.Combine(_incoming, $"{id}.{Guid.NewGuid():N}{TemporaryExtension}");
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
            DurableFolder.Flush(Path.GetDirectoryName(path)!);
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
        CreateFolderOf(path);
        File.Delete(path);
        if (!HardLink.TryCreate(PathOf(source), path))
        {
            File.Copy(PathOf(source), path, overwrite: true);
        }

        // It has the source's time, and would be listed as older than it is.
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
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

    /// <remarks>Nothing tells of a file system's folders asynchronously.</remarks>
    public async IAsyncEnumerable<StoredFile> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var file in FoldersIn(_root).SelectMany(FoldersIn).SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles($"*{Extension}")))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Guid.TryParseExact(Path.GetFileNameWithoutExtension(file.Name), "D", out var id))
            {
                yield return new StoredFile(new VoicemailId(id), new DateTimeOffset(file.LastWriteTimeUtc));
            }
        }
    }

    public Task DeleteLeftoversAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var incoming = new DirectoryInfo(_incoming);
        if (incoming.Exists)
        {
            foreach (var leftover in incoming.EnumerateFiles($"*{TemporaryExtension}").Where(file => file.LastWriteTimeUtc < before.UtcDateTime))
            {
                leftover.Delete();
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Of the folders that <see cref="PathOf"/> makes.</summary>
    private static IEnumerable<string> FoldersIn(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder, "??").Where(path => byte.TryParse(Path.GetFileName(path), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _))
        : [];

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

    /// <summary>A folder that is new lasts only once the one that it is in has been flushed.</summary>
    private void CreateFolderOf(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            CreatePrivateFolder(folder);
            DurableFolder.Flush(Path.GetDirectoryName(folder)!);
            DurableFolder.Flush(_root);
        }
    }

    /// <summary>The last digits of a version 7 UUID are random: they spread the files over 65,536 folders.</summary>
    private string PathOf(VoicemailId id)
    {
        var digits = id.Value.ToString("N");
        return Path.Combine(_root, digits[^2..], digits[^4..^2], $"{id}{Extension}");
    }
}
