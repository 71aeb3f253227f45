using MaskedVoicemail.Scaling;

namespace MaskedVoicemail.Unit.Tests.Scaling;

public sealed class DatabaseTests
{
    /// <summary>Without chance: 100 µs of processor for any batch, 1 ms for the disk, no network.</summary>
    private static readonly Costs Plain = new()
    {
        DatabaseBatch = 100,
        DatabaseCall = 0,
        DatabaseReport = 100,
        Variation = 0,
        FlushMedian = 1_000,
        Flush99 = 1_000,
        LogBytes = 0,
        RoundTrip = 0,
    };

    private readonly Agenda _agenda = new();
    private readonly Database _database;
    private readonly List<double> _done = [];

    public DatabaseTests()
    {
        var draws = new Draws(seed: 1);
        _database = new Database(_agenda, Plain, new Processors(_agenda, 8), new WriteAheadLog(_agenda, Plain, draws), draws);
    }

    [Fact]
    public void Commits_that_come_while_the_disk_writes_share_the_next_write()
    {
        Decide(0, 1);
        Decide(10, 2);
        Decide(20, 3);
        _agenda.In(30, _database.Report);
        _agenda.Run();

        Assert.Equal([1_100, 2_100, 2_100], _done);
        Assert.Equal(2, _database.Log.Writes);
        Assert.Equal(4, _database.Log.Commits);
    }

    [Fact]
    public void A_subscriptions_calls_wait_for_the_commit_before_them()
    {
        Decide(0, 7);
        Decide(10, 7);
        Decide(20, 7);
        _agenda.Run();

        Assert.Equal([1_100, 2_200, 3_300], _done);
    }

    [Fact]
    public void A_batch_that_waits_too_long_for_a_lock_is_taken_apart()
    {
        // Eight hundred calls of one subscription, one after another: more than a quarter of a second.
        for (var call = 0; call < 800; call++)
        {
            Decide(call * 0.001, 7);
        }

        Decide(1, 7, 8);
        _agenda.Run();

        Assert.Equal(801, _done.Count);
        Assert.Equal(1, _database.Broken);
        Assert.Equal(1 + 800 + 2, _database.Batches);

        // One after another all the same; once, the other call's write to disk is in the way.
        Assert.InRange(_done.Max(), 801 * 1_100, 802 * 1_100);
    }

    private void Decide(double at, params int[] subscriptions)
    {
        Call[] batch = [.. subscriptions.Select(subscription => new Call(at, subscription))];
        _agenda.In(at, () => _database.Decide(batch, _ => { }, () => _done.Add(_agenda.Now)));
    }
}
