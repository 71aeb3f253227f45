using System.Data.Common;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>Lets one node at a time migrate; the server lets go of the lock when the session ends, however it ends.</summary>
internal static class PostgresMigrationLock
{
    /// <summary>Any number that nothing else uses in this database.</summary>
    private const long Key = 0x4D61736B6564;

    /// <returns>The session that holds the lock, to be disposed of.</returns>
    public static async Task<IAsyncDisposable> AcquireAsync(DbDataSource dataSource, CancellationToken cancellationToken)
    {
        var session = await dataSource.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = session.CreateCommand();

            // Migrations of a large database take their time. The setting ends with the session's use.
            command.CommandText = $"SET lock_timeout = 0; SELECT pg_advisory_lock({Key})";
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }
}
