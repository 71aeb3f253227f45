using Npgsql;
using NpgsqlTypes;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>
/// Connections to PostgreSQL for what Twilio waits for, and for nothing else: no slow page leaves a caller waiting for one, and their sessions keep
/// settings that suit a few short statements.
/// </summary>
internal sealed class IntakeConnections : IAsyncDisposable
{
    /// <summary>
    /// Planning costs more than running: a plan is made once. It looks rows up by their keys, however small a table was when its statistics were
    /// taken. And a row that somebody else holds keeps the others of a batch waiting for a moment only.
    /// </summary>
    private const string Prepare = "SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET lock_timeout = '250ms'";

    /// <summary>For what is decided by itself, as nobody else waits with it: as long as it is waited for at all.</summary>
    private const string WaitForLocks = "SELECT set_config('lock_timeout', '2s', TRUE)";

    /// <summary>Nobody waits for so long. A server that has gone silent must not hold up the others.</summary>
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
        await using var connection = await _source.OpenConnectionAsync(patience.Token);
        try
        {
            await ExecuteOnAsync(connection, statement, isPatient, read, patience.Token);
        }
        catch
        {
            // Not to be used again: what failed between its parsing and its binding is taken by Npgsql for prepared, without columns, and breaks
            // whatever comes next.
            _source.Clear();
            throw;
        }
    }

    private static async Task ExecuteOnAsync(
        NpgsqlConnection connection, NpgsqlBatchCommand statement, bool isPatient, Action<NpgsqlDataReader> read, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        if (isPatient)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(WaitForLocks));
        }

        batch.BatchCommands.Add(statement);
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        if (isPatient)
        {
            await row.NextResultAsync(cancellationToken);
        }

        while (await row.ReadAsync(cancellationToken))
        {
            read(row);
        }

        // To the very end: only then is it committed.
        await row.NextResultAsync(cancellationToken);
    }
}
