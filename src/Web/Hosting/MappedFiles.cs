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

    /// <summary>
    /// The runtime keeps each library that is loaded for good mapped once to run it and once to read it. Others map it for a moment, to find the names for a
    /// stack trace for example. Where there are two alike, either may be gone before it is let go of, and other memory be in its place; so neither is.
    /// </summary>
    private static void LetGo()
    {
        var loaded = AssemblyLoadContext.Default.Assemblies.Select(assembly => assembly.Location).ToHashSet(StringComparer.Ordinal);
        var libraries = Unchanged().Where(mapping => mapping.Groups["library"].Value is var library
            && (loaded.Contains(library) || library.EndsWith(CompiledAsOne, StringComparison.Ordinal)));
        foreach (var alike in libraries.GroupBy(mapping => (mapping.Groups["library"].Value, mapping.Groups["access"].Value)))
        {
            if (alike.ToList() is [var mapping])
            {
                var start = Address(mapping.Groups["start"]);
                _ = Advise(start, Address(mapping.Groups["end"]) - start, NotNeeded);
            }
        }
    }

    /// <summary>Mappings of which no page differs from its file, as a relocated one does: it would be lost.</summary>
    private static IEnumerable<Match> Unchanged()
    {
        var mapping = Match.Empty;
        foreach (var line in File.ReadLines("/proc/self/smaps"))
        {
            if (Mapping().Match(line) is { Success: true } next)
            {
                mapping = next;
            }
            else if (mapping.Groups["library"].Success && line.StartsWith("Anonymous:", StringComparison.Ordinal) && line.EndsWith(" 0 kB", StringComparison.Ordinal))
            {
                yield return mapping;
            }
        }
    }

    private static nint Address(Group digits) => nint.Parse(digits.ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>Where the description of a mapping begins (proc_pid_smaps(5)), and which file it is of if it is there to run or to read that.</summary>
    [GeneratedRegex(@"^(?<start>[0-9a-f]+)-(?<end>[0-9a-f]+) ((?<access>r-xp|r--s) \S+ \S+ \S+ +(?<library>/.*)$)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mapping();

    [DllImport("libc", EntryPoint = "madvise"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(nint address, nint length, int advice);
}
