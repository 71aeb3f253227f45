using Npgsql;

namespace MaskedVoicemail.Integration.Tests.Support;

public sealed class PostgreSqlServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_schema_is_made_once_and_every_database_has_its_own_copy()
    {
        Assert.SkipWhen(PostgreSqlServer.IsMissing, PostgreSqlServer.SkipReason);
        var migrations = 0;
        await using var server = new PostgreSqlServer();
        await using var first = await server.CreateDatabaseAsync(MigrateAsync, Cancellation);
        await using var second = await server.CreateDatabaseAsync(MigrateAsync, Cancellation);

        await QueryAsync(first, "INSERT INTO messages VALUES (1)");

        Assert.Equal(1, migrations);
        Assert.Equal(1L, await QueryAsync(first, "SELECT count(*) FROM messages"));
        Assert.Equal(0L, await QueryAsync(second, "SELECT count(*) FROM messages"));

        async Task MigrateAsync(string connectionString)
        {
            migrations++;
            await ExecuteScalarAsync(connectionString, "CREATE TABLE messages (id int)");
        }
    }

    [Fact]
    public async Task Nothing_stays_on_the_server()
    {
        Assert.SkipWhen(PostgreSqlServer.IsMissing, PostgreSqlServer.SkipReason);
        await using var observer = new PostgreSqlServer();
        await using var lasting = await observer.CreateDatabaseAsync(_ => Task.CompletedTask, Cancellation);

        var server = new PostgreSqlServer();
        var database = await server.CreateDatabaseAsync(_ => Task.CompletedTask, Cancellation);
        var count = $"SELECT count(*) FROM pg_database WHERE datname = '{database.Name}'";
        Assert.Equal(1L, await QueryAsync(lasting, count));

        await QueryAsync(database, "SELECT 1");
        await database.DisposeAsync();
        await server.DisposeAsync();

        Assert.Equal(0L, await QueryAsync(lasting, count));
    }

    private static Task<object?> QueryAsync(PostgreSqlDatabase database, string sql) =>
        ExecuteScalarAsync(database.ConnectionString, sql);

    private static async Task<object?> ExecuteScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
