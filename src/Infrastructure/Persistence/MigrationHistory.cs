using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>Reads EF Core's history table directly: EF Core would log each failed attempt, and waiting for a database is no error.</summary>
internal static class MigrationHistory
{
    private const string SqliteExists = """SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsHistory')""";

    private const string PostgresExists = """SELECT to_regclass('"__EFMigrationsHistory"') IS NOT NULL""";

    private const string Applied = """SELECT "MigrationId" FROM "__EFMigrationsHistory" """;

    /// <returns>The migrations that are not applied yet, in order.</returns>
    /// <exception cref="DbException">The database can't be reached.</exception>
    public static async Task<IReadOnlyList<string>> FindPendingMigrationsAsync(this DatabaseFacade database, CancellationToken cancellationToken)
    {
        var connection = database.GetDbConnection();
        await connection.OpenAsync(cancellationToken);
        try
        {
            var applied = await ReadAppliedAsync(connection, cancellationToken);
            return [.. database.GetMigrations().Where(migration => !applied.Contains(migration))];
        }
        finally
        {
            await connection.CloseAsync();
        }
    }

    private static async Task<HashSet<string>> ReadAppliedAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var applied = new HashSet<string>(StringComparer.Ordinal);
        await using var command = connection.CreateCommand();
        command.CommandText = connection is SqliteConnection ? SqliteExists : PostgresExists;
        if (await command.ExecuteScalarAsync(cancellationToken) is not (true or 1L))
        {
            return applied;
        }

        command.CommandText = Applied;
        await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            applied.Add(rows.GetString(0));
        }

        return applied;
    }
}
