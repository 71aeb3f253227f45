using System.Diagnostics;
using System.Globalization;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Fault.Tests.Support;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Fault.Tests;

/// <summary>Two nodes on one queue, nothing else being wrong.</summary>
public sealed class SharingTheWorkTests(TwoNodes two) : IClassFixture<TwoNodes>
{
    private Cluster Cluster => two.Cluster;

    [Fact]
    public async Task A_thousand_messages_have_one_effect_each_and_both_nodes_take_part()
    {
        const int messages = 1000;
        var numbers = await Cluster.HasNumbersAsync(10, (_, forwarding) => forwarding with { IsEnabled = false });

        await Parallel.ForAsync(0, messages, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (i, _) =>
            await Cluster.LeaveMessageAsync(numbers[i % numbers.Length], WavAudio.Tone(0.2, 200 + i)));

        await Audit.MustBeFlawlessAsync(Cluster);
        var mails = numbers.SelectMany(number => Cluster.Line.Mail.To(number.OwnerEmail)).ToList();
        Assert.Equal(messages, mails.Count);
        Assert.All(Cluster.Nodes, node => Assert.Contains(mails, mail => Cluster.SenderOf(mail.MessageId) == node));
    }

    [Fact]
    public async Task Every_webhook_that_comes_ten_times_at_once_over_both_nodes_has_one_effect()
    {
        const int calls = 30;
        var number = (await Cluster.HasNumbersAsync(1, (_, forwarding) => forwarding with { IsTranscribed = true }))[0];
        foreach (var kind in Enum.GetValues<WebhookKind>())
        {
            Cluster.Line.Faults.Webhooks.Of(kind).AreSent(10, atOnce: true);
        }

        await Parallel.ForAsync(0, calls, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (i, _) =>
            await Cluster.CallAsync(number, CallerBehaviour.LeavesMessage(SpokenMessage.FromWav(WavAudio.Tone(3, 300 + i), $"Message {i}"))));
        Cluster.Line.Faults.Clear();

        await Audit.MustBeFlawlessAsync(Cluster);
        Assert.Equal(calls, Cluster.Line.Mail.To(number.OwnerEmail).Count);
        var subscription = await SubscriptionAsync(number.SubscriptionId);
        Assert.Equal((calls, 0), (subscription.VoicemailsUsed, subscription.ForwardingUsed));
    }

    /// <remarks><c>FAULT_ROUNDS</c> asks for more rounds.</remarks>
    [Fact]
    public async Task Of_a_hundred_calls_at_once_on_a_quota_of_ten_exactly_ten_are_forwarded()
    {
        const int quota = 10;
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("FAULT_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 20;
        var exact = 0;
        for (var round = 0; round < rounds; round++)
        {
            var number = (await Cluster.HasNumbersAsync(1, quota: quota))[0];
            var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Cluster.Line.SendAsync("/webhook/voice", new WebhookParameters
            {
                { "AccountSid", Cluster.Line.Options.AccountSid }, { "CallSid", Sid.New("CA") }, { "From", "+14155560001" }, { "To", number.E164 }, { "CallStatus", "ringing" },
            })));
            var forwarded = answers.Count(answer => answer.Body.Contains("<Dial", StringComparison.Ordinal));
            var used = (await SubscriptionAsync(number.SubscriptionId)).ForwardingUsed;
            var reserved = await Cluster.ReadAsync(db => db.Calls.CountAsync(call => call.SubscriptionId == number.SubscriptionId && call.ForwardingUnit == QuotaUnit.Reserved));
            exact += (forwarded, used, reserved) == (quota, quota, quota) ? 1 : 0;
        }

        await Figures.PublishAsync($"{rounds} rounds of 100 calls at once on a quota of {quota}: exactly {quota} forwarded in {exact}.");
        Assert.Equal(rounds, exact);
    }

    [Fact]
    public async Task A_node_that_is_asked_to_stop_under_load_finishes_what_it_has_begun()
    {
        var numbers = await Cluster.HasNumbersAsync(4, (i, forwarding) => forwarding with { IsEnabled = i % 2 == 0 });
        await using var stream = new CallStream(Cluster, numbers, callers: 4, pause: TimeSpan.FromMilliseconds(200), seed: 1);
        var before = Cluster.Ledger.Count;
        stream.Start();
        foreach (var node in Cluster.Nodes)
        {
            var begun = Cluster.Ledger.Count;
            await Patiently.AwaitAsync(() => Cluster.Ledger.Count > begun + 20 && node.Answers > 20, $"node {node.Name} is at work");
            var clock = Stopwatch.StartNew();

            var run = await node.TerminateAsync();

            Assert.True(run.ExitCode == 0, run.ToString());
            Assert.InRange(clock.Elapsed.TotalSeconds, 0, 25);
            await Cluster.StartAndRunInAsync(node);
        }

        await stream.StopAsync();
        Cluster.Line.Faults.Clear();
        Assert.Empty(Cluster.Ledger.Skip(before).SelectMany(entry => entry.Failures));
        await Audit.MustBeFlawlessAsync(Cluster);
    }

    private Task<Subscription> SubscriptionAsync(SubscriptionId id) => Cluster.ReadAsync(db => db.Subscriptions.SingleAsync(row => row.Id == id));
}
