using System.Diagnostics;
using MaskedVoicemail.Simulator.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Fault.Tests.Support;

public static class Settled
{
    /// <summary>Waits until nothing is left to do, and all that was acknowledged is in the books.</summary>
    /// <returns>How long that took.</returns>
    public static async Task<TimeSpan> WaitAsync(Cluster cluster)
    {
        var clock = Stopwatch.StartNew();
        while (await CountOpenAsync(cluster) is var open and > 0)
        {
            if (clock.Elapsed > Patiently.Limit)
            {
                Assert.Fail($"{open} things are still to be done after {Patiently.Limit}:\n{string.Join('\n', await cluster.ReadAsync(Books.ListOpenAsync))}\n{string.Join('\n', cluster.Nodes.Select(node => $"--- {node.Name}\n{Tail(node.Output)}"))}");
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        return clock.Elapsed;
    }

    private static async Task<int> CountOpenAsync(Cluster cluster)
    {
        var acknowledged = cluster.Ledger.Where(entry => entry.LeftMessage && entry.Has(WebhookKind.RecordingStatusCallback)).Select(entry => entry.RecordingSid!).ToHashSet();
        return await cluster.ReadAsync(async db =>
        {
            var known = await db.Voicemails.Select(voicemail => voicemail.RecordingSid).ToListAsync();
            acknowledged.ExceptWith(known.OfType<string>());
            return acknowledged.Count + await Books.CountOpenAsync(db);
        });
    }

    private static string Tail(string text) => text.Length <= 6000 ? text : text[^6000..];
}
