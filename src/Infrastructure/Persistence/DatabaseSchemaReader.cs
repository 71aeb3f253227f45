using System.Data;
using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>
/// Asks a database for its schema without EF Core: each start asks, and EF Core would spend a second on its model first.
/// It would also log it as an error that there is no database yet.
/// </summary>
/// <param name="dataSource">The database.</param>
/// <param name="contextType">The provider's context, which its migrations name.</param>
public sealed class DatabaseSchemaReader(DbDataSource dataSource, Type contextType)
{
    private const string History = "__EFMigrationsHistory";

    /// <summary>The last one that the job engine creates.</summary>
    private const string JobStore = "qrtz_job_status";

    private const string SqliteTables = $"SELECT name FROM sqlite_master WHERE type = 'table' AND lower(name) IN (lower('{History}'), '{JobStore}')";

    private const string PostgresTables = $"SELECT name FROM unnest(ARRAY['{History}', '{JobStore}']) AS name WHERE to_regclass(quote_ident(name)) IS NOT NULL";

    /// <summary>This version's migrations, in order.</summary>
    public IReadOnlyList<string> Migrations { get; } =
    [
        .. contextType.Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == contextType)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    /// <exception cref="DbException">The database can't be reached.</exception>
    public async Task<DatabaseSchema> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var tables = await ReadNamesAsync(connection, connection is SqliteConnection ? SqliteTables : PostgresTables, cancellationToken);
        var applied = tables.Contains(History) ? await ReadNamesAsync(connection, $"SELECT \"MigrationId\" FROM \"{History}\"", cancellationToken) : [];
        return new DatabaseSchema([.. Migrations.Where(migration => !applied.Contains(migration))], tables.Contains(JobStore));
    }

    private static async Task<HashSet<string>> ReadNamesAsync(DbConnection connection, string query, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }
}
