using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>With an empty database on the test's server.</summary>
public sealed class PostgreSqlInstallation : Installation
{
    private PostgreSqlDatabase? _database;

    public override async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.IsMissing, PostgreSqlServer.SkipReason);
        _database = await PostgreSqlServer.CreateEmptyDatabaseAsync(CancellationToken.None);
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
