using System.Runtime.InteropServices;

namespace MaskedVoicemail.Web.Hosting;

/// <summary>What the runtime's own parts, its compiler among them, have from the C library.</summary>
internal static class NativeHeap
{
    /// <summary>Bytes; what glibc begins with is twice as much, and it raises both limits as it goes unless they are set.</summary>
    private const int Threshold = 64 * 1024;

    // Parameters of mallopt(3).
    private const int TrimThreshold = -1;
    private const int MmapThreshold = -3;

    /// <summary>Has the C library give memory back to the system when it is freed. It kept some ten MiB that had been needed once.</summary>
    public static void GiveBackWhatIsFreed()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = Set(MmapThreshold, Threshold);
            _ = Set(TrimThreshold, Threshold);
        }
        catch (EntryPointNotFoundException)
        {
            // A C library that is not glibc, and has no such limits.
        }
    }

    [DllImport("libc", EntryPoint = "mallopt"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Set(int parameter, int value);
}
