using Microsoft.AspNetCore.Hosting;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>On PostgreSQL behind a connection that the test can break.</summary>
public sealed class LinkedPostgreSqlService(PostgreSqlServer server) : PostgreSqlService(server)
{
    private DatabaseLink? _link;

    public DatabaseLink Link
    {
        get
        {
            // The program is started by its first use, and connects then.
            _ = Services;
            return _link!;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _link?.Dispose();
    }

    protected override void ConfigureDatabase(IWebHostBuilder builder)
    {
        base.ConfigureDatabase(builder);
        _link ??= new DatabaseLink(Database.ConnectionString);
        builder.UseSetting("ConnectionStrings:Default", _link.ConnectionString);
    }
}
