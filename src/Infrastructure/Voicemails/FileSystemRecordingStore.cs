using System.Globalization;
using System.Runtime.CompilerServices;
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
    private const string Extension = ".audio";
    private const string TemporaryExtension = ".part";

    private readonly string _root;
    private readonly string _incoming;
    private readonly TimeProvider _clock;

    public FileSystemRecordingStore(IOptions<RecordingStoreOptions> options, IHostEnvironment environment, TimeProvider clock)
    {
        _root = RecordingFolder.In(environment, options.Value.Path);
        _incoming = Path.Combine(_root, "incoming");
        _clock = clock;
    }

    public async Task<StoredAudio> SaveAsync(VoicemailId id, RecordingMedia media, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(id, media, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordingStoreException($"Recordings:Path can't be written to: {exception.Message}", exception);
        }
    }

    public Task<Stream?> OpenAsync(VoicemailId id, CancellationToken cancellationToken)
    {
        try
        {
            // Without a buffer of its own: whoever reads has one.
            return Task.FromResult<Stream?>(
                new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <summary>
    /// A second name for the same file, where the file system can: a stored file is replaced or removed, never written to. Nothing is brought to the
    /// disk by force: whoever copies can do it again.
    /// </summary>
    public Task CopyAsync(VoicemailId source, VoicemailId target, CancellationToken cancellationToken)
    {
        var path = PathOf(target);
        RecordingFolder.Create(Path.GetDirectoryName(path)!);
        File.Delete(path);
        if (!HardLink.TryCreate(PathOf(source), path))
        {
            File.Copy(PathOf(source), path, overwrite: true);
        }

        // It has the source's time, and would be listed as older than it is.
        File.SetLastWriteTimeUtc(path, _clock.GetUtcNow().UtcDateTime);
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

    private async Task<StoredAudio> WriteAsync(VoicemailId id, RecordingMedia media, CancellationToken cancellationToken)
    {
        var path = PathOf(id);
        CreateFolderOf(path);
        RecordingFolder.Create(_incoming);

        // In the same file system, so that the renaming is one step.
        var temporary = Path.Combine(_incoming, $"{id}.{Guid.NewGuid():N}{TemporaryExtension}");
        try
        {
            StoredAudio audio;
            await using (var file = new FileStream(temporary, RecordingFolder.PrivateFile()))
            {
                audio = await IncomingAudio.WriteAsync(media, file, cancellationToken);
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

    /// <summary>Of the folders that <see cref="PathOf"/> makes.</summary>
    private static IEnumerable<string> FoldersIn(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder, "??").Where(path => byte.TryParse(Path.GetFileName(path), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _))
        : [];

    /// <summary>A folder that is new lasts only once the one that it is in has been flushed.</summary>
    private void CreateFolderOf(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            RecordingFolder.Create(folder);
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
