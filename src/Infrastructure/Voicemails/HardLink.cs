using System.Runtime.InteropServices;

namespace MaskedVoicemail.Infrastructure.Voicemails;

/// <summary>A further name for a file; .NET itself makes symbolic links only.</summary>
internal static class HardLink
{
    /// <returns>False where the file system can't: another one, too many names, or none of that kind.</returns>
    public static bool TryCreate(string existing, string path) =>
        OperatingSystem.IsWindows() ? CreateHardLink(path, existing, 0) : Link(existing, path) == 0;

    [DllImport("libc", EntryPoint = "link", BestFitMapping = false, ThrowOnUnmappableChar = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string path);

    [DllImport("kernel32", EntryPoint = "CreateHardLinkW", CharSet = CharSet.Unicode), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool CreateHardLink(string path, string existing, nint securityAttributes);
}
