using Npgsql;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>A database of its own for one fixture; it is dropped with the fixture.</summary>
public sealed class PostgreSqlDatabase : IAsyncDisposable
{
    private readonly string _server;

    private PostgreSqlDatabase(string server, string name)
    {
        _server = server;
        Name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    public string Name { get; }

    public string ConnectionString { get; }

    // FORCE: a host that a failing test left behind must not keep its database alive.
    public async ValueTask DisposeAsync() =>
        await ExecuteAsync(_server, $"""DROP DATABASE IF EXISTS "{Name}" WITH (FORCE)""", CancellationToken.None);

    internal static async Task<PostgreSqlDatabase> CreateAsync(string server, string template, CancellationToken cancellationToken)
    {
        var database = new PostgreSqlDatabase(server, $"masked_voicemail_test_{Guid.NewGuid():N}");
        await ExecuteAsync(server, $"""CREATE DATABASE "{database.Name}" TEMPLATE "{template}" """, cancellationToken);
        return database;
    }

    /// <summary>Ends every session, pooled ones included, which would keep the database from being copied.</summary>
    internal Task DisconnectAsync(CancellationToken cancellationToken) =>
        ExecuteAsync(_server, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Name}'", cancellationToken);

    private static async Task ExecuteAsync(string server, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
