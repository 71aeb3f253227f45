using Microsoft.Extensions.Hosting;

namespace MaskedVoicemail.Infrastructure.Voicemails;

/// <summary>The folder of recordings, and how folders and files in it are made: for the program's own account alone.</summary>
internal static class RecordingFolder
{
    public const int BufferSize = 64 * 1024;

    private const int NoSpaceLeft = 28;
    private const int QuotaExceeded = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public static string In(IHostEnvironment environment, string path) => Path.Combine(environment.ContentRootPath, path);

    /// <summary>Tries to make the folder and a file in it. A full disk is no reason to refuse the start: calls are answered without space, too.</summary>
    /// <returns>Why it can't be used, or null if it can.</returns>
    public static string? WhyUnusable(string path)
    {
        try
        {
            Create(path);
            using var file = new FileStream(
                Path.Combine(path, $".{Guid.NewGuid():N}"), PrivateFile(FileOptions.DeleteOnClose));
            return null;
        }
        catch (IOException exception) when (exception.HResult is NoSpaceLeft or QuotaExceeded or WindowsDiskFull)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return $"the folder can't be used: {exception.Message}";
        }
    }

    public static void Create(string path)
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

    public static FileStreamOptions PrivateFile(FileOptions options = FileOptions.None)
    {
        var file = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = BufferSize,
            Options = options | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return file;
    }
}
