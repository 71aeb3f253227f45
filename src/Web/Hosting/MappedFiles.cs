using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using MaskedVoicemail.Infrastructure.Operations;

namespace MaskedVoicemail.Web.Hosting;

/// <summary>
/// The program's own files, which the system reads where the program looks into them, and counts as the program's memory from then on. Once the start
/// is over they are let go of: sixteen pages came with each one that was needed, and most of those for the start alone. What is looked into again comes
/// back from the system's copy of the file.
/// </summary>
internal sealed partial class MappedFiles(CallersFirst callers) : BackgroundService
{
    /// <summary>MADV_DONTNEED of madvise(2).</summary>
    private const int NotNeeded = 4;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await callers.WaitAsync(stoppingToken);
        if (OperatingSystem.IsLinux())
        {
            LetGo();
        }
    }

    private static void LetGo()
    {
        var mapping = Match.Empty;
        foreach (var line in File.ReadLines("/proc/self/smaps"))
        {
            if (Mapping().Match(line) is { Success: true } next)
            {
                mapping = next;
            }
            // Where a page differs from its file, as a relocated one does, it would be lost.
            else if (mapping.Groups["library"].Success && line.StartsWith("Anonymous:", StringComparison.Ordinal) && line.EndsWith(" 0 kB", StringComparison.Ordinal))
            {
                var start = Address(mapping.Groups["start"]);
                _ = Advise(start, Address(mapping.Groups["end"]) - start, NotNeeded);
            }
        }
    }

    private static nint Address(Group digits) => nint.Parse(digits.ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>Where the description of a mapping begins (proc_pid_smaps(5)), and whether it is a library's that nobody may write to.</summary>
    [GeneratedRegex(@"^(?<start>[0-9a-f]+)-(?<end>[0-9a-f]+) (?<library>r-.*\.dll$)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mapping();

    [DllImport("libc", EntryPoint = "madvise"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(nint address, nint length, int advice);
}
