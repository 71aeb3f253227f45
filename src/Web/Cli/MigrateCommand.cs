using System.CommandLine;
using MaskedVoicemail.Infrastructure.Persistence;

namespace MaskedVoicemail.Web.Cli;

internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Brings the database to the schema of this version, creating it where there is none.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var app = Commands.Build();
        await using var scope = app.Services.CreateAsyncScope();
        var applied = await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        foreach (var migration in applied)
        {
            Console.WriteLine($"Applied {migration}.");
        }

        Console.WriteLine("The database is up to date.");
        return 0;
    }
}
