namespace MaskedVoicemail.Scaling;

/// <summary>Chance. The same seed draws the same.</summary>
internal sealed class Draws(int seed)
{
    /// <summary>So many standard deviations above the mean is a normal distribution's 99th percentile.</summary>
    private const double Normal99 = 2.3263;

    private readonly Random _random = new(seed);

    /// <summary>The time to the next of events that come independently of each other.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - _random.NextDouble());

    /// <summary>Mostly near its median, now and then many times as long.</summary>
    public double LongTailed(double median, double percentile99) => median * Math.Exp(Math.Log(percentile99 / median) / Normal99 * Normal());

    /// <param name="mean">What it is on average.</param>
    /// <param name="variation">Its standard deviation as a share of the mean.</param>
    public double Around(double mean, double variation)
    {
        var variance = Math.Log(1 + (variation * variation));
        return mean * Math.Exp((Math.Sqrt(variance) * Normal()) - (variance / 2));
    }

    public bool Happens(double share) => _random.NextDouble() < share;

    public int Below(int limit) => _random.Next(limit);

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
