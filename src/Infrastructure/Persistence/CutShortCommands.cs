using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>
/// A statement that is cut short while the driver prepares it (on its fifth use) fails, and nothing after it. Npgsql 10 leaves two things behind then,
/// each of which breaks what comes next: docs/decisions/0018-calls-share-a-commit.md.
/// </summary>
internal sealed class CutShortCommands(NpgsqlDataSource database) : DbCommandInterceptor
{
    /// <summary>Runs commands without EF Core.</summary>
    public static async Task<T> RunAsync<T>(NpgsqlDataSource database, Func<NpgsqlConnection, Task<T>> run, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            return await run(connection);
        }
        catch (Exception exception) when (MayBeHalfPrepared(exception))
        {
            PrepareAnew(connection, database);
            throw;
        }
    }

    /// <summary>
    /// A command for one use. Each connection of the driver hands its last one out again, which still takes itself for one that is being prepared where
    /// its connection broke.
    /// </summary>
    public override InterceptionResult<DbCommand> CommandCreating(CommandCorrelatedEventData eventData, InterceptionResult<DbCommand> result) =>
        InterceptionResult<DbCommand>.SuppressWithResult(new NpgsqlCommand { Connection = (NpgsqlConnection)eventData.Connection });

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        if (MayBeHalfPrepared(eventData.Exception))
        {
            PrepareAnew((NpgsqlConnection)command.Connection!, database);
        }

        return Task.CompletedTask;
    }

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        PrepareAnew((NpgsqlConnection)command.Connection!, database);
        return Task.CompletedTask;
    }

    /// <summary>Whether the server may have parsed a statement and not have bound it.</summary>
    private static bool MayBeHalfPrepared(Exception exception) =>
        exception is not PostgresException { SqlState: not (PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable) };

    /// <summary>
    /// Prepares everything anew on a connection: what was cut short between its parsing and its binding is taken for prepared, without columns.
    /// </summary>
    private static void PrepareAnew(NpgsqlConnection connection, NpgsqlDataSource database)
    {
        if (connection.State is not ConnectionState.Open)
        {
            return;
        }

        try
        {
            connection.UnprepareAll();
        }
        catch (PostgresException)
        {
            // A transaction that has failed takes no statement but its end. The connection is closed once it is given back, and others with it.
            database.Clear();
        }
        catch (NpgsqlException)
        {
            // It is broken, and not used again.
        }
    }
}
