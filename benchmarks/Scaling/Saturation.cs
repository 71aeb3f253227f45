namespace MaskedVoicemail.Scaling;

/// <summary>Looks for the most calls a second at which 99 % are answered within a second.</summary>
internal static class Saturation
{
    /// <summary>The search begins at this share of what the processors could do at best: a lock may let much less through.</summary>
    private const double Least = 1.0 / 64;

    /// <summary>Halvings of the ratio between too much and not too much: 64 becomes less than 1.01.</summary>
    private const int Steps = 9;

    /// <param name="setup">Who takes the calls.</param>
    /// <param name="traffic">How they come; its rate is what is looked for.</param>
    /// <param name="seconds">How long calls come in each attempt.</param>
    /// <param name="seed">Of each attempt.</param>
    /// <returns>In calls a second.</returns>
    public static double Find(Setup setup, Traffic traffic, double seconds, int seed)
    {
        var tooMuch = setup.Ceiling(traffic.Reports);
        var carried = tooMuch * Least;
        for (var step = 0; step < Steps; step++)
        {
            var rate = Math.Sqrt(carried * tooMuch);
            if (new Simulation(setup, traffic with { Rate = rate }, seconds, seed).Run().IsSustained)
            {
                carried = rate;
            }
            else
            {
                tooMuch = rate;
            }
        }

        return carried;
    }
}
