using Microsoft.AspNetCore.Hosting;

namespace MaskedVoicemail.Integration.Tests.Support;

public class SqliteService : VoicemailService
{
    private string ConnectionString => $"Data Source={Path.Combine(Folder, "test.db")};Pooling=false";

    // The program makes its own file at its start.
    protected override Task CreateDatabaseAsync() => Task.CompletedTask;

    protected override void ConfigureDatabase(IWebHostBuilder builder) => builder
        .UseSetting("ConnectionStrings:Default", ConnectionString)
        .UseSetting("Database:MigrateOnStart", "true");
}
