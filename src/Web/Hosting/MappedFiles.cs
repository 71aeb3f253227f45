using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using MaskedVoicemail.Infrastructure.Operations;

namespace MaskedVoicemail.Web.Hosting;

/// <summary>
/// The program's own files, which the system reads where the program looks into them, and counts as the program's memory from then on. Once the start
/// is over they are let go of, and each minute from then on: sixteen pages came with each one that was needed, and most of those to start or to compile
/// something. What is looked into again comes back from the system's copy of the file.
/// </summary>
internal sealed partial class MappedFiles(CallersFirst callers, TimeProvider clock, ILogger<MappedFiles> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>MADV_DONTNEED of madvise(2).</summary>
    private const int NotNeeded = 4;

    /// <summary>How the file of what was compiled as one ends (docs/decisions/0020).</summary>
    private const string CompiledAsOne = ".r2r.dll";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await callers.WaitAsync(stoppingToken);
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            do
            {
                LetGo();
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.LogInformation("More memory is in use than need be: {Reason}", exception.Message);
        }
    }

    private static void LetGo()
    {
        // Loaded for good: between being listed and let go of, no other memory can come in their place.
        var loaded = AssemblyLoadContext.Default.Assemblies.Select(assembly => assembly.Location).ToHashSet(StringComparer.Ordinal);
        var mapping = Match.Empty;
        foreach (var line in File.ReadLines("/proc/self/smaps"))
        {
            if (Mapping().Match(line) is { Success: true } next)
            {
                mapping = next;
            }
            else if (mapping.Groups["library"] is { Success: true, Value: var library } && IsUnchanged(line)
                && (loaded.Contains(library) || library.EndsWith(CompiledAsOne, StringComparison.Ordinal)))
            {
                var start = Address(mapping.Groups["start"]);
                _ = Advise(start, Address(mapping.Groups["end"]) - start, NotNeeded);
            }
        }
    }

    /// <summary>Where a page differs from its file, as a relocated one does, it would be lost.</summary>
    private static bool IsUnchanged(string line) => line.StartsWith("Anonymous:", StringComparison.Ordinal) && line.EndsWith(" 0 kB", StringComparison.Ordinal);

    private static nint Address(Group digits) => nint.Parse(digits.ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>Where the description of a mapping begins (proc_pid_smaps(5)), and which file it is of if nobody may write to it.</summary>
    [GeneratedRegex(@"^(?<start>[0-9a-f]+)-(?<end>[0-9a-f]+) (r-\S+ \S+ \S+ \S+ +(?<library>/.*)$)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mapping();

    [DllImport("libc", EntryPoint = "madvise"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(nint address, nint length, int advice);
}
