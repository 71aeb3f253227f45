using System.CommandLine;

namespace MaskedVoicemail.Scaling;

internal static class LoadCommand
{
    public static Command Create()
    {
        var options = new SimulationOptions();
        var rates = new Option<double[]>("--rate")
        {
            DefaultValueFactory = _ => [10, 200, 1_000, 2_000, 5_000],
            AllowMultipleArgumentsPerToken = true,
            Description = "Calls a second, outside of bursts.",
        };
        var command = new Command("load", "How long callers wait at some rates, for each setup.") { rates };
        options.AddTo(command);
        command.SetAction(arguments =>
        {
            var table = new Table(
                arguments.InvocationConfiguration.Output,
                "nodes", "databases", "calls/s", "p50 ms", "p99 ms", "longest ms", "nodes busy", "PostgreSQL busy", "log busy", "calls a batch",
                "commits a write", "broken batches");
            foreach (var setup in options.Setups(arguments))
            {
                foreach (var rate in arguments.GetValue(rates)!)
                {
                    var outcome = new Simulation(setup, options.Traffic(arguments, rate), options.Seconds(arguments), options.Seed(arguments)).Run();
                    table.Add(
                        $"{setup.Nodes}", $"{setup.Databases}", $"{rate:N0}", $"{outcome.Percentile(0.5) / 1000:N1}", $"{outcome.Percentile(0.99) / 1000:N1}",
                        $"{outcome.Percentile(1) / 1000:N1}", $"{outcome.NodeShare:P0}", $"{outcome.DatabaseShare:P0}", $"{outcome.LogShare:P0}",
                        $"{outcome.CallsABatch:N1}", $"{outcome.CommitsAWrite:N1}", $"{outcome.Broken:N0}");
                }
            }
        });
        return command;
    }
}
