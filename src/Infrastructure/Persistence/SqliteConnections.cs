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
}
