using MaskedVoicemail.Infrastructure.Persistence;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Persistence;

public sealed class MigrationTests
{
    [Fact]
    public async Task Sqlite_migrates_from_empty_and_again()
    {
        var file = Path.GetTempFileName();
        await using var db = new SqliteAppDbContext(new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite($"Data Source={file};Pooling=false").Options);

        await MigratesAsync(db);
    }

    [Fact]
    public async Task PostgreSql_migrates_from_empty_and_again()
    {
        Assert.SkipWhen(PostgreSqlServer.IsMissing, PostgreSqlServer.SkipReason);
        await using var database = await PostgreSqlServer.CreateEmptyDatabaseAsync(TestContext.Current.CancellationToken);
        await using var db = new PostgresAppDbContext(new DbContextOptionsBuilder<PostgresAppDbContext>().UseNpgsql(database.ConnectionString).Options);

        await MigratesAsync(db);
    }

    private static async Task MigratesAsync(AppDbContext db)
    {
        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed: run scripts/add-migration.sh.");

        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.Voicemails.ToListAsync(TestContext.Current.CancellationToken));
    }
}
