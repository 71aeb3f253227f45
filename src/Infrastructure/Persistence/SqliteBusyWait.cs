using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>
/// While another connection writes, SQLite itself looks again after 1, 2, 5, 10 … at most 100 ms. Left to the driver, everybody looks every 150 ms,
/// and under load some find nothing but others at it for seconds.
/// </summary>
/// <remarks>https://www.sqlite.org/c3ref/busy_timeout.html; when the time is over, the driver goes on in its own way until the command's time limit.</remarks>
internal sealed class SqliteBusyWait : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    /// <param name="connection">Open. The setting ends with the use of the connection.</param>
    public static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 10000";
        command.ExecuteNonQuery();
    }
}
