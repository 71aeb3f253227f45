using System.Globalization;

namespace MaskedVoicemail.Load;

/// <summary>What processes have spent, by /proc: in ticks of 10 ms.</summary>
internal static class Processes
{
    private const double MicrosecondsPerTick = 10_000;

    /// <summary>Processor time of one process, in microseconds.</summary>
    public static double Of(int process) => Read(process) is var (_, own, _) ? own * MicrosecondsPerTick : 0;

    /// <summary>Processor time of a process and all of its children, those that are gone included, in microseconds.</summary>
    public static double WithChildren(int process)
    {
        var (_, own, gone) = Read(process) ?? default;
        var ticks = own + gone;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Read(id) is var (parent, spent, _) && parent == process)
            {
                ticks += spent;
            }
        }

        return ticks * MicrosecondsPerTick;
    }

    /// <summary>The most memory that a process has held, in MiB.</summary>
    public static double PeakMemory(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.AsSpan("VmHWM:".Length).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture) / 1024;
    }

    private static (int Parent, long Own, long Children)? Read(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return (Number(1), Number(11) + Number(12), Number(13) + Number(14));

            int Number(int index) => int.Parse(fields[index], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return null;
        }
    }
}
