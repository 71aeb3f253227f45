using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Support;

public class PostgreSqlService(PostgreSqlServer server) : VoicemailService
{
    private PostgreSqlDatabase? _database;

    private protected PostgreSqlDatabase Database => _database ?? throw new InvalidOperationException("The database is not there yet.");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected override async Task CreateDatabaseAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.IsMissing, PostgreSqlServer.SkipReason);
        _database = await server.CreateDatabaseAsync(MigrateAsync, CancellationToken.None);
    }

    protected override void ConfigureDatabase(IWebHostBuilder builder)
    {
        builder.UseSetting("Database:Provider", "PostgreSql");
        builder.UseSetting("ConnectionStrings:Default", Database.ConnectionString);
        builder.UseSetting("Database:MigrateOnStart", "true");
    }

    private static async Task MigrateAsync(string connectionString)
    {
        await using var db = new PostgresAppDbContext(new DbContextOptionsBuilder<PostgresAppDbContext>().UseNpgsql(connectionString).Options);
        await db.Database.MigrateAsync();
    }
}
