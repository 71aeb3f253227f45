using MaskedVoicemail.Scaling;

namespace MaskedVoicemail.Unit.Tests.Scaling;

/// <summary>What queueing theory says of processors with one queue, their simulation must say too.</summary>
public sealed class QueuesTests
{
    private const double Cost = 100;
    private const int Calls = 400_000;

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public void One_processor_and_work_of_any_length_wait_as_in_M_M_1(double load)
    {
        var (wait, busy) = Measure(1, load, draws => draws.Exponential(Cost));

        AssertNear(Cost * load / (1 - load), wait);
        AssertNear(load, busy);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public void One_processor_and_work_of_one_length_wait_as_in_M_D_1(double load)
    {
        var (wait, busy) = Measure(1, load, _ => Cost);

        AssertNear(Cost * load / (2 * (1 - load)), wait);
        AssertNear(load, busy);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Work_around_a_mean_waits_as_in_M_G_1(double load)
    {
        const double variation = 0.5;
        var (wait, _) = Measure(1, load, draws => draws.Around(Cost, variation));

        AssertNear(Cost * load * (1 + (variation * variation)) / (2 * (1 - load)), wait);
    }

    [Theory]
    [InlineData(2, 0.5)]
    [InlineData(8, 0.9)]
    public void Several_processors_wait_as_in_M_M_c(int processors, double load)
    {
        var (wait, busy) = Measure(processors, load, draws => draws.Exponential(Cost));

        AssertNear(ErlangC(processors, load) * Cost / (processors * (1 - load)), wait);
        AssertNear(load, busy);
    }

    [Fact]
    public void The_disk_is_as_slow_as_was_asked_for()
    {
        var draws = new Draws(seed: 1);
        double[] times = [.. Enumerable.Range(0, Calls).Select(_ => draws.LongTailed(1_500, 8_000)).Order()];

        AssertNear(1_500, times[Calls / 2]);
        AssertNear(8_000, times[(int)(Calls * 0.99)]);
    }

    /// <returns>The mean time in the queue, and how busy the processors are.</returns>
    private static (double Wait, double Busy) Measure(int count, double load, Func<Draws, double> cost)
    {
        var agenda = new Agenda();
        var processors = new Processors(agenda, count);
        var (arrivals, work) = (new Draws(seed: 1), new Draws(seed: 2));
        var (arrived, waited) = (0, 0.0);
        Arrive();
        agenda.Run();
        return (waited / Calls, processors.Spent / agenda.Now / count);

        void Arrive() => agenda.In(arrivals.Exponential(Cost / load / count), () =>
        {
            var (at, time) = (agenda.Now, cost(work));
            processors.Run(time, () => waited += agenda.Now - at - time);
            if (++arrived < Calls)
            {
                Arrive();
            }
        });
    }

    /// <returns>The probability that somebody who comes has to wait.</returns>
    private static double ErlangC(int processors, double load)
    {
        var blocked = 1.0;
        for (var count = 1; count <= processors; count++)
        {
            blocked = processors * load * blocked / (count + (processors * load * blocked));
        }

        return blocked / (1 - (load * (1 - blocked)));
    }

    private static void AssertNear(double expected, double actual) => Assert.InRange(actual, expected * 0.95, expected * 1.05);
}
