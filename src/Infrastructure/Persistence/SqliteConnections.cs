using Microsoft.Data.Sqlite;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>Connections to the embedded database for statements that EF Core is too slow for.</summary>
public sealed class SqliteConnections(string connectionString)
{
    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        SqliteBusyWait.Set(connection);
        return connection;
    }

    /// <summary>Decides what came in together one after the other, and commits once.</summary>
    internal async Task<TDecision[]> DecideAsync<TItem, TDecision>(
        IReadOnlyList<Pending<TItem, TDecision>> batch, Func<SqliteConnection, SqliteTransaction, TItem, DateTimeOffset, Task<TDecision>> decideAsync)
    {
        var decisions = new TDecision[batch.Count];
        await using var connection = await OpenAsync(CancellationToken.None);
        await using var transaction = connection.BeginTransaction();
        for (var index = 0; index < decisions.Length; index++)
        {
            decisions[index] = await decideAsync(connection, transaction, batch[index].Item, batch[index].ArrivedAt);
        }

        await transaction.CommitAsync();
        return decisions;
    }
}
