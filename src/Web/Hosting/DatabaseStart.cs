using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Web.Hosting;

/// <summary>What is done to the database before the program serves, or a command does its work.</summary>
internal static class DatabaseStart
{
    /// <summary>Without migrating, the server starts even while there is no database: callers still hear a sentence.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        if (MigratesOnStart(app))
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        }
    }

    /// <summary>A command works on a database of the present schema or not at all.</summary>
    public static async Task DemandDatabaseAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        await app.PrepareDatabaseAsync(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().DemandCurrentAsync(cancellationToken);
    }

    private static bool MigratesOnStart(WebApplication app) =>
        app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value.MigrateOnStart ?? app.Environment.IsDevelopment();
}
