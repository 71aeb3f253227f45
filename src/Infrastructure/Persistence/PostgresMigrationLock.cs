using System.Data.Common;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>Lets one node at a time migrate; the server lets go of the lock when the session ends, however it ends.</summary>
internal static class PostgresMigrationLock
{
    /// <summary>Any number that nothing else uses in this database.</summary>
    private const long Key = 0x4D61736B6564;

    /// <returns>What lets go of the lock when it is disposed of.</returns>
    public static async Task<IAsyncDisposable> AcquireAsync(DbDataSource dataSource, CancellationToken cancellationToken)
    {
        var session = await dataSource.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = session.CreateCommand();

            // Migrations of a large database take their time.
            command.CommandText = $"SET lock_timeout = 0; SELECT pg_advisory_lock({Key})";
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new Held(session);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sessions go back to the pool as they are.</summary>
    private sealed class Held(DbConnection session) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (session)
            {
                await using var command = session.CreateCommand();
                command.CommandText = $"SELECT pg_advisory_unlock({Key}); RESET lock_timeout";
                await command.ExecuteNonQueryAsync();
            }
        }
    }
}
