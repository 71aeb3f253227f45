using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Support;

public sealed class SqliteService : VoicemailService
{
    private string ConnectionString => $"Data Source={Path.Combine(Folder, "test.db")};Pooling=false";

    protected override async Task CreateDatabaseAsync()
    {
        await using var db = new SqliteAppDbContext(new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite(ConnectionString).Options);
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
    }

    protected override void ConfigureDatabase(IWebHostBuilder builder) => builder.UseSetting("ConnectionStrings:Default", ConnectionString);
}
