using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Infrastructure.Operations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>Brings the database to the present schema. Safe to run again, and from several processes at once.</summary>
public sealed class DatabaseMigrator(AppDbContext db, DatabaseSchemaReader schemas, IServiceProvider services, TimeProvider clock)
{
    /// <returns>The migrations that were applied, in order.</returns>
    /// <exception cref="DatabaseUnavailableException">The database can't be reached, or refuses.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            var schema = await ReadSchemaAsync(cancellationToken);
            if (!schema.IsCurrent)
            {
                await ApplyAsync(cancellationToken);
            }

            return schema.PendingMigrations;
        }
        catch (Exception exception) when (DatabaseFailure.Is(exception))
        {
            throw DatabaseFailure.Unavailable(exception);
        }
    }

    /// <exception cref="DatabaseUnavailableException">The database can't be reached, or its schema is not the present one.</exception>
    public async Task DemandCurrentAsync(CancellationToken cancellationToken)
    {
        try
        {
            var schema = await schemas.ReadAsync(cancellationToken);
            if (!schema.IsCurrent)
            {
                throw new DatabaseUnavailableException("Database: it lacks migrations of this version. Run the command migrate first.");
            }
        }
        catch (Exception exception) when (DatabaseFailure.Is(exception))
        {
            throw DatabaseFailure.Unavailable(exception);
        }
    }

    private async Task<DatabaseSchema> ReadSchemaAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await schemas.ReadAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            // The server is there, the database is not.
            await CreateDatabaseAsync(cancellationToken);
            return new DatabaseSchema(schemas.Migrations, HasJobStore: false);
        }
    }

    private async Task CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.GetService<IRelationalDatabaseCreator>().CreateAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
            // Another process was faster.
        }
    }

    private async Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (db.Database.GetDbConnection() is SqliteConnection connection)
        {
            await using var migrationLock = await SqliteMigrationLock.AcquireAsync(connection, clock, cancellationToken);

            // Readers then don't wait for the writer. The setting stays with the file.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal'", cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            await services.ProvisionJobStoreAsync(cancellationToken);
            services.EnsureKey();
        }
        else
        {
            await using var migrationLock = await PostgresMigrationLock.AcquireAsync(services.GetRequiredService<NpgsqlDataSource>(), cancellationToken);

            // Created first, because EF Core would log it as an error that it is not there yet.
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            await services.ProvisionJobStoreAsync(cancellationToken);
            services.EnsureKey();
        }
    }
}
