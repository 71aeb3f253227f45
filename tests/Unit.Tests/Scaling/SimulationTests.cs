using MaskedVoicemail.Scaling;

namespace MaskedVoicemail.Unit.Tests.Scaling;

public sealed class SimulationTests
{
    [Theory]
    [InlineData(1, 1, 0, 1, false)]
    [InlineData(3, 2, 0, 1, false)]
    [InlineData(4, 1, 0.5, 3, false)]
    [InlineData(1, 1, 0, 1, true)]
    public void Each_call_is_answered_once(int nodes, int databases, double hot, double burst, bool isOneMachine)
    {
        var setup = new Setup { Nodes = nodes, Databases = databases, HotShare = hot, IsOneMachine = isOneMachine };

        var outcome = new Simulation(setup, new Traffic(5_000) { BurstFactor = burst, Reports = 1 }, seconds: 2, seed: 1).Run();

        Assert.InRange(outcome.Arrived, 9_000, 40_000);
        Assert.Equal(outcome.Arrived, outcome.Answered);
    }

    [Fact]
    public void The_same_seed_gives_the_same_outcome()
    {
        Assert.Equal(Run(1).Waits, Run(1).Waits);
        Assert.NotEqual(Run(1).Waits, Run(2).Waits);

        static Outcome Run(int seed) => new Simulation(new Setup { Nodes = 2 }, new Traffic(1_000), seconds: 1, seed).Run();
    }

    [Fact]
    public void A_lone_call_takes_as_long_as_its_parts()
    {
        var costs = new Costs { Variation = 0, Flush99 = 1_500, LogBytes = 0 };

        var outcome = new Simulation(new Setup { Costs = costs }, new Traffic(1), seconds: 100, seed: 1).Run();

        Assert.Equal(costs.NodeCall + costs.RoundTrip + costs.DatabaseBatch + costs.DatabaseCall + costs.FlushMedian, outcome.Percentile(0.5), tolerance: 0.001);
        Assert.Equal(1, outcome.CallsABatch);
    }

    [Fact]
    public void Processors_are_as_busy_as_the_work_makes_them()
    {
        var setup = new Setup { NodeProcessors = 4 };
        var costs = setup.Costs;

        var outcome = new Simulation(setup, new Traffic(4_000) { Reports = 2 }, seconds: 8, seed: 1).Run();

        Assert.Equal(4_000 * (costs.NodeCall + (2 * costs.NodeReport)) / 4e6, outcome.NodeShare, tolerance: 0.02);
        Assert.Equal(4_000 * (costs.DatabaseCall + (costs.DatabaseBatch / outcome.CallsABatch) + (2 * costs.DatabaseReport)) / 8e6, outcome.DatabaseShare, tolerance: 0.02);
    }

    [Fact]
    public void Bursts_bring_as_many_calls_as_they_say()
    {
        // A second of four times as many in each five: 8 ÷ 5 of the rate.
        var outcome = new Simulation(new Setup(), new Traffic(1_000) { BurstFactor = 4 }, seconds: 20, seed: 1).Run();

        Assert.InRange(outcome.Arrived, 31_000, 33_000);
    }

    [Fact]
    public void Where_the_node_is_the_limit_it_carries_nearly_what_its_processors_can()
    {
        var setup = new Setup { NodeProcessors = 1, Costs = new Costs { NodeCall = 2_000 } };

        var rate = Saturation.Find(setup, new Traffic(0), seconds: 10, seed: 1);

        Assert.InRange(rate, 0.93 * 500, 500);
    }
}
