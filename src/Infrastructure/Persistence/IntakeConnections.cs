using Npgsql;
using NpgsqlTypes;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>
/// Connections to PostgreSQL for what Twilio waits for, and for nothing else: no slow page leaves a caller waiting for one, and their sessions keep
/// settings that suit a few short statements.
/// </summary>
internal sealed class IntakeConnections : IAsyncDisposable
{
    /// <summary>How many batches of a kind are under way: while one is being written to disk, the next is decided.</summary>
    internal const int Places = 2;

    /// <summary>
    /// Planning costs more than running: a plan is made once. It looks rows up by their keys, however small a table was when its statistics were
    /// taken. And a row that somebody else holds keeps the others of a batch waiting for a moment only.
    /// </summary>
    private const string Prepare = "SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET lock_timeout = '250ms'";

    /// <summary>For what is decided by itself, as nobody else waits with it: as long as it is waited for at all.</summary>
    private const string WaitForLocks = "SELECT set_config('lock_timeout', '2s', TRUE)";

    /// <summary>Nobody waits for so long. A server that has gone silent must not hold the places.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _others;

    /// <param name="database">Where to.</param>
    /// <param name="others">The connections of everything else.</param>
    public IntakeConnections(NpgsqlConnectionStringBuilder database, NpgsqlDataSource others)
    {
        _others = others;
        var own = new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            // Nothing in a session changes that the next batch would have to be protected from.
            NoResetOnClose = true,
            AutoPrepareMinUsages = 1,
        };
        _source = new NpgsqlDataSourceBuilder(own.ConnectionString)
            .UsePhysicalConnectionInitializer(
                connection =>
                {
                    using var command = new NpgsqlCommand(Prepare, connection);
                    command.ExecuteNonQuery();
                },
                async connection =>
                {
                    await using var command = new NpgsqlCommand(Prepare, connection);
                    await command.ExecuteNonQueryAsync();
                })
            .Build();
    }

    /// <summary>Runs a statement in one round trip and one commit, and reads its rows.</summary>
    /// <param name="statement">With its parameters.</param>
    /// <param name="isPatient">Whether it may wait for rows that others hold.</param>
    /// <param name="read">Reads one row.</param>
    /// <exception cref="TimeoutException">The server has gone silent.</exception>
    public async Task ExecuteAsync(NpgsqlBatchCommand statement, bool isPatient, Action<NpgsqlDataReader> read)
    {
        var work = ExecuteOnceAsync(statement, isPatient, read);
        try
        {
            // The driver notices its own cancellation late where the server is silent.
            await work.WaitAsync(Patience);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            // What comes of it now concerns nobody any more.
            _ = work.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw new TimeoutException($"The database has not answered within {Patience.TotalSeconds} s.", exception);
        }
        catch (NpgsqlException exception) when (exception is { IsTransient: true } and not PostgresException)
        {
            // Npgsql has dropped the rest of this pool. What else stood open to that server is gone, too: nobody else need find out.
            _others.Clear();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    /// <summary>One column of what is sent to <c>unnest</c>.</summary>
    public static NpgsqlParameter<TValue[]> Column<TItem, TDecision, TValue>(
        IReadOnlyList<Pending<TItem, TDecision>> batch, NpgsqlDbType type, Func<Pending<TItem, TDecision>, TValue> read)
    {
        var column = new TValue[batch.Count];
        for (var index = 0; index < column.Length; index++)
        {
            column[index] = read(batch[index]);
        }

        return new NpgsqlParameter<TValue[]> { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = column };
    }

    private async Task ExecuteOnceAsync(NpgsqlBatchCommand statement, bool isPatient, Action<NpgsqlDataReader> read)
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var batch = _source.CreateBatch();
        if (isPatient)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(WaitForLocks));
        }

        batch.BatchCommands.Add(statement);
        await using var row = await batch.ExecuteReaderAsync(patience.Token);
        if (isPatient)
        {
            await row.NextResultAsync(patience.Token);
        }

        while (await row.ReadAsync(patience.Token))
        {
            read(row);
        }

        // To the very end: only then is it committed.
        await row.NextResultAsync(patience.Token);
    }
}
