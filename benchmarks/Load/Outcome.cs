namespace MaskedVoicemail.Load;

/// <param name="Time">How long it took.</param>
/// <param name="Times">Of each answer in microseconds, in order of size.</param>
internal sealed record Outcome(TimeSpan Time, double[] Times)
{
    public double Rate => Times.Length / Time.TotalSeconds;

    /// <summary>In microseconds.</summary>
    public double Percentile(double share) => Times.Length == 0 ? double.NaN : Times[Math.Min(Times.Length - 1, (int)(Times.Length * share))];
}
