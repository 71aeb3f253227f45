using MaskedVoicemail.Infrastructure.Seeding;

namespace MaskedVoicemail.Web.Cli;

/// <summary>Tells every few seconds how far seeding has come; a short run stays silent.</summary>
internal sealed class SeedProgressLine(TimeProvider clock) : IProgress<SeedProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private long _toldAt = clock.GetTimestamp();

    public void Report(SeedProgress value)
    {
        if (clock.GetElapsedTime(_toldAt) >= Interval)
        {
            _toldAt = clock.GetTimestamp();
            Console.WriteLine($"{value.Done} of {value.Count} {value.What}");
        }
    }
}
