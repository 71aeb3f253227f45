using System.Diagnostics;

namespace MaskedVoicemail.Fault.Tests.Support;

public static class Settled
{
    /// <summary>Waits until nothing is left to do.</summary>
    /// <returns>How long that took.</returns>
    public static async Task<TimeSpan> WaitAsync(Cluster cluster, TimeSpan patience)
    {
        var clock = Stopwatch.StartNew();
        while (await cluster.ReadAsync(Books.CountOpenAsync) is var open and > 0)
        {
            if (clock.Elapsed > patience)
            {
                Assert.Fail($"{open} things are still to be done after {patience}.\n{string.Join('\n', cluster.Nodes.Select(node => $"--- {node.Name}\n{Tail(node.Output)}"))}");
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        return clock.Elapsed;
    }

    private static string Tail(string text) => text.Length <= 6000 ? text : text[^6000..];
}
