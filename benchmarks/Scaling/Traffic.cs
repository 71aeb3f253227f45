namespace MaskedVoicemail.Scaling;

/// <summary>Callers who know nothing of each other, nor of how busy the service is (Poisson arrivals, open loop).</summary>
/// <param name="Rate">Calls a second, outside of bursts.</param>
internal sealed record Traffic(double Rate)
{
    /// <summary>Later reports on each call, at times of their own. They are work, but nobody waits for them.</summary>
    public double Reports { get; init; }

    /// <summary>So many times as many calls come in a burst.</summary>
    public double BurstFactor { get; init; } = 1;

    /// <summary>In microseconds.</summary>
    public double BurstLength { get; init; } = 1e6;

    /// <summary>From the beginning of a burst to that of the next, in microseconds.</summary>
    public double BurstEvery { get; init; } = 5e6;

    /// <returns>How long after this moment the next call comes, in microseconds.</returns>
    public double Next(double now, Draws draws)
    {
        // As many as in a burst; outside of one, most of them did not really come.
        var time = now;
        do
        {
            time += draws.Exponential(1e6 / (Rate * BurstFactor));
        }
        while (BurstFactor > 1 && time % BurstEvery >= BurstLength && !draws.Happens(1 / BurstFactor));

        return time - now;
    }
}
