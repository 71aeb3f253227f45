using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Fault.Tests.Support;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Faults;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Fault.Tests;

/// <summary>A node goes for good, or for longer than the others wait for it.</summary>
public sealed class LosingANodeTests : IAsyncLifetime
{
    private readonly PostgreSqlInstallation _installation = new();
    private Cluster? _cluster;

    private Cluster Cluster => _cluster!;

    public async ValueTask InitializeAsync()
    {
        await _installation.InitializeAsync();
        _cluster = await Cluster.CreateAsync(_installation, nodes: 2);
    }

    [Fact]
    public async Task What_a_node_was_doing_when_it_died_is_done_by_the_other()
    {
        var (first, second) = (Cluster.Nodes[0], Cluster.Nodes[1]);
        await Cluster.StartAndRunInAsync(first);
        var number = await HasNumberAsync();

        // Four downloads that do not end are all that one node does at a time.
        Cluster.Line.Faults.Media.RespondWith(HttpFault.Slow(bytesPerSecond: 50)).Times(4);
        await LeaveMessagesAsync(number, 20);
        await Patiently.AwaitAsync(() => Cluster.CountUnfinishedFiles() == 4, "the first node is downloading");
        await Cluster.StartAndRunInAsync(second);

        await first.KillAsync();

        var recovered = await Patiently.AwaitAsync(
            () => Cluster.ReadAsync(db => db.Voicemails.AllAsync(voicemail => voicemail.Status == VoicemailStatus.Ready)), "all is done");
        await Figures.PublishAsync($"Recovery of a dead node's work: {recovered.TotalSeconds:0} s.");
        await Audit.MustBeFlawlessAsync(Cluster);
    }

    [Fact]
    public async Task A_node_that_sleeps_and_wakes_up_does_nothing_that_was_done_meanwhile()
    {
        await Cluster.StartAndRunInAsync();
        var number = await HasNumberAsync();
        var sleeper = Cluster.Nodes[0];

        // Everything takes its time, so that it falls asleep in the midst of ten steps.
        Cluster.Line.Faults.Media.RespondWith(HttpFault.Slow(bytesPerSecond: 12_000));
        await Patiently.AwaitAsync(
            async () =>
            {
                await LeaveMessagesAsync(number, 8);
                await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
                return Cluster.Nodes.All(HasAnnounced);
            },
            "both nodes are at work");
        await LeaveMessagesAsync(number, 40);

        sleeper.Freeze();
        await Task.Delay(TimeSpan.FromSeconds(45), TestContext.Current.CancellationToken);
        sleeper.Thaw();

        await Audit.MustBeFlawlessAsync(Cluster);
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        await _installation.DisposeAsync();
    }

    private async Task<TestNumber> HasNumberAsync() => (await Cluster.HasNumbersAsync(1, (_, forwarding) => forwarding with { IsEnabled = false }))[0];

    private bool HasAnnounced(Node node) => Cluster.Line.Mail.All.Any(mail => Cluster.SenderOf(mail.MessageId) == node);

    private Task LeaveMessagesAsync(TestNumber number, int count) =>
        Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, _) => await Cluster.LeaveMessageAsync(number, WavAudio.Tone(0.5, 200 + i)));
}
