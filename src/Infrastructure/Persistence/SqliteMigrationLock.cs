using Microsoft.Data.Sqlite;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>
/// Lets one process at a time migrate an embedded database. EF Core's own lock is a row, which outlives a process that is killed and then keeps
/// every later one waiting for ever; the operating system lets go of this one.
/// </summary>
internal static class SqliteMigrationLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <returns>The lock, to be disposed of.</returns>
    public static async Task<IAsyncDisposable> AcquireAsync(SqliteConnection connection, TimeProvider clock, CancellationToken cancellationToken)
    {
        var file = await OpenAsync(connection.DataSource + "-migrating", clock, cancellationToken);
        try
        {
            await ForgetAbandonedLockAsync(connection, cancellationToken);
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async Task<FileStream> OpenAsync(string path, TimeProvider clock, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path) && clock.GetElapsedTime(start) < Patience)
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }

    private static async Task ForgetAbandonedLockAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await connection.OpenAsync(cancellationToken);
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TABLE IF EXISTS \"__EFMigrationsLock\"";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            await connection.CloseAsync();
        }
    }
}
