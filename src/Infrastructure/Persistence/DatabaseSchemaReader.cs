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
/// <param name="jobStore">A table that is there once the job engine has created its own; in PostgreSQL's form, where lower case needs no quotes.</param>
public sealed class DatabaseSchemaReader(DbDataSource dataSource, Type contextType, string jobStore)
{
    private const string History = "__EFMigrationsHistory";

    private readonly string _sqliteTables = $"SELECT name FROM sqlite_master WHERE type = 'table' AND lower(name) IN (lower('{History}'), '{jobStore}')";

    private readonly string _postgresTables = $"""
        SELECT name FROM (VALUES ('{History}', '"{History}"'), ('{jobStore}', '{jobStore}')) AS tables (name, identifier)
        WHERE to_regclass(identifier) IS NOT NULL
        """;

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
        var tables = await ReadNamesAsync(connection, connection is SqliteConnection ? _sqliteTables : _postgresTables, cancellationToken);
        var applied = tables.Contains(History) ? await ReadNamesAsync(connection, $"SELECT \"MigrationId\" FROM \"{History}\"", cancellationToken) : [];
        return new DatabaseSchema([.. Migrations.Where(migration => !applied.Contains(migration))], tables.Contains(jobStore));
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
