using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Infrastructure.Persistence;
using MaskedVoicemail.Infrastructure.Seeding;
using MaskedVoicemail.Simulator.Audio;
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

    /// <summary>Fills an empty database of a developer with something to look at.</summary>
    public static async Task SeedDemoAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        if (app.Environment.IsDevelopment() && MigratesOnStart(app) && Options(app).DemoData)
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DemoData>().SeedAsync(
                [.. SampleMessages.English.Select(message => Message(message, Language.English)), .. SampleMessages.Mandarin.Select(message => Message(message, Language.Chinese))],
                cancellationToken);
        }
    }

    /// <summary>A command works on a database of the present schema or not at all.</summary>
    public static async Task DemandDatabaseAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        await app.PrepareDatabaseAsync(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().DemandCurrentAsync(cancellationToken);
    }

    private static bool MigratesOnStart(WebApplication app) => Options(app).MigrateOnStart ?? app.Environment.IsDevelopment();

    private static DatabaseOptions Options(WebApplication app) => app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value;

    private static DemoMessage Message(SpokenMessage message, Language language) => new(language, message.Transcript ?? "", message.Wav);
}
