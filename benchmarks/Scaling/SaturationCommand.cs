using System.CommandLine;

namespace MaskedVoicemail.Scaling;

internal static class SaturationCommand
{
    public static Command Create()
    {
        var options = new SimulationOptions();
        var command = new Command("saturation", "The most calls a second at which 99 % are answered within a second, for each setup.");
        options.AddTo(command);
        command.SetAction(arguments =>
        {
            var table = new Table(
                arguments.InvocationConfiguration.Output,
                "nodes", "databases", "calls/s", "nodes busy", "PostgreSQL busy", "log busy", "calls a batch", "commits a write",
                "half of it: p50 ms", "p99 ms", "90 % of it: p50 ms", "p99 ms");
            foreach (var setup in options.Setups(arguments))
            {
                var traffic = options.Traffic(arguments, 0);
                var rate = Saturation.Find(setup, traffic, options.Seconds(arguments), options.Seed(arguments));
                var (full, most, half) = (At(1), At(0.9), At(0.5));
                table.Add(
                    $"{setup.Nodes}", $"{setup.Databases}", $"{rate:N0}", $"{full.NodeShare:P0}", $"{full.DatabaseShare:P0}", $"{full.LogShare:P0}",
                    $"{full.CallsABatch:N1}", $"{full.CommitsAWrite:N1}",
                    $"{half.Percentile(0.5) / 1000:N1}", $"{half.Percentile(0.99) / 1000:N1}", $"{most.Percentile(0.5) / 1000:N1}", $"{most.Percentile(0.99) / 1000:N1}");

                Outcome At(double share) =>
                    new Simulation(setup, traffic with { Rate = rate * share }, options.Seconds(arguments), options.Seed(arguments)).Run();
            }
        });
        return command;
    }
}
