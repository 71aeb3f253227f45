using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>With an empty database on the test's server.</summary>
/// <param name="server">Another server than the usual one.</param>
public sealed class PostgreSqlInstallation(string? server = null) : Installation
{
    private PostgreSqlDatabase? _database;

    public override async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(server is null && PostgreSqlServer.IsMissing, PostgreSqlServer.SkipReason);
        _database = await PostgreSqlServer.CreateEmptyDatabaseAsync(CancellationToken.None, server);
        Environment["Database__Provider"] = "PostgreSql";
        Environment["ConnectionStrings__Default"] = _database.ConnectionString;
    }

    public override AppDbContext Open() => new PostgresAppDbContext(new DbContextOptionsBuilder<PostgresAppDbContext>()
        .UseNpgsql($"{_database!.ConnectionString};Pooling=false").Options);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }
}
