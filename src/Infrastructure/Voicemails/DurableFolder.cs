using System.ComponentModel;
using System.Runtime.InteropServices;

namespace MaskedVoicemail.Infrastructure.Voicemails;

/// <summary>Brings a folder's list of names to the disk; .NET itself opens no folders.</summary>
internal static class DurableFolder
{
    private const int ReadOnly = 0;

    /// <summary>Makes the names in a folder outlast a power cut. NTFS does so by itself.</summary>
    /// <exception cref="IOException">The disk could not.</exception>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Open(path, ReadOnly);
        if (folder < 0)
        {
            throw Failure();
        }

        try
        {
            if (Synchronize(folder) != 0)
            {
                throw Failure();
            }
        }
        finally
        {
            _ = Close(folder);
        }
    }

    private static IOException Failure()
    {
        var error = new Win32Exception(Marshal.GetLastPInvokeError());
        return new IOException($"A folder of recordings can't be flushed: {error.Message}", error);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Synchronize(int file);

    [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);
}
