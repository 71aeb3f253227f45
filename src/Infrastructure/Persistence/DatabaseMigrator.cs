using MaskedVoicemail.Infrastructure.Operations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>Brings the database to the present schema. Safe to run again, and from several processes at once.</summary>
public sealed class DatabaseMigrator(AppDbContext db, IServiceProvider services, TimeProvider clock)
{
    /// <returns>The migrations that were applied, in order.</returns>
    /// <exception cref="DatabaseUnavailableException">The database can't be reached, or refuses.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            var pending = await FindPendingAsync(cancellationToken);
            if (pending.Count > 0)
            {
                await ApplyAsync(cancellationToken);
            }

            await services.ProvisionJobStoreAsync(cancellationToken);
            return pending;
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
            if ((await db.Database.FindPendingMigrationsAsync(cancellationToken)).Count > 0)
            {
                throw new DatabaseUnavailableException("Database: it lacks migrations of this version. Run the command migrate first.");
            }
        }
        catch (Exception exception) when (DatabaseFailure.Is(exception))
        {
            throw DatabaseFailure.Unavailable(exception);
        }
    }

    private async Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await db.Database.FindPendingMigrationsAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            // The server is there, the database is not.
            await CreateDatabaseAsync(cancellationToken);
            return [.. db.Database.GetMigrations()];
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
        if (db.Database.GetDbConnection() is not SqliteConnection connection)
        {
            // Created first, because EF Core would log it as an error that it is not there yet.
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            return;
        }

        await using var migrationLock = await SqliteMigrationLock.AcquireAsync(connection, clock, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);

        // Readers then don't wait for the writer. The setting stays with the file.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal'", cancellationToken);
    }
}
