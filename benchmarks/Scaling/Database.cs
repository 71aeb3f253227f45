namespace MaskedVoicemail.Scaling;

/// <summary>
/// PostgreSQL as <c>src/Infrastructure/Calls/PostgresCallIntake.cs</c> uses it: the batch locks its subscriptions in order, decides, and commits;
/// the locks are held until the commit is on disk.
/// </summary>
internal sealed class Database(Agenda agenda, Costs costs, Processors processors, WriteAheadLog log, Draws draws)
{
    /// <summary>So long, in microseconds, a batch of several waits for a lock (<c>lock_timeout</c>). Then each of its calls goes alone.</summary>
    public const double LockPatience = 250_000;

    private readonly RowLocks _locks = new(agenda);

    public Processors Processors => processors;

    public WriteAheadLog Log => log;

    public int Batches { get; private set; }

    public int Calls { get; private set; }

    /// <summary>Batches that were given up because of a lock.</summary>
    public int Broken { get; private set; }

    /// <summary>A later report on a call: one statement and a commit of its own.</summary>
    public void Report() => agenda.In(
        costs.RoundTrip / 2,
        () => processors.Run(draws.Around(costs.DatabaseReport, costs.Variation), () => log.Commit(costs.LogBytes, () => { })));

    /// <param name="batch">What is to be decided.</param>
    /// <param name="decided">Each call's answer is back at its node.</param>
    /// <param name="done">All are.</param>
    public void Decide(IReadOnlyList<Call> batch, Action<Call> decided, Action done) => agenda.In(costs.RoundTrip / 2, () =>
    {
        Batches++;
        Calls += batch.Count;
        int[] rows = [.. batch.Select(call => call.Subscription).Distinct().Order()];
        var patience = batch.Count > 1 ? LockPatience : double.PositiveInfinity;
        Lock(0);

        void Lock(int taken)
        {
            if (taken < rows.Length)
            {
                _locks.Take(rows[taken], patience, () => Lock(taken + 1), () => GiveUp(taken));
                return;
            }

            var cost = draws.Around(costs.DatabaseBatch + (costs.DatabaseCall * batch.Count), costs.Variation);
            processors.Run(cost, () => log.Commit(costs.LogBytes * batch.Count, Answer));
        }

        void Answer()
        {
            Release(rows.Length);
            agenda.In(costs.RoundTrip / 2, () =>
            {
                foreach (var call in batch)
                {
                    decided(call);
                }

                done();
            });
        }

        void GiveUp(int taken)
        {
            Broken++;
            Release(taken);
            var left = batch.Count;
            processors.Run(draws.Around(costs.DatabaseBatch, costs.Variation), () => agenda.In(costs.RoundTrip / 2, () =>
            {
                foreach (var call in batch)
                {
                    Decide([call], decided, () =>
                    {
                        if (--left == 0)
                        {
                            done();
                        }
                    });
                }
            }));
        }

        void Release(int taken)
        {
            for (var index = 0; index < taken; index++)
            {
                _locks.Release(rows[index]);
            }
        }
    });
}
