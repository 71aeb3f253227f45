using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Commands;

public abstract class MigratingTests(Installation installation) : CommandTests(installation)
{
    [Fact]
    public async Task The_schema_is_made_once_and_then_left_alone()
    {
        var first = await Installation.SucceedsAsync("migrate");
        var second = await Installation.SucceedsAsync("migrate");

        Assert.Contains("_Initial.", first.Output, StringComparison.Ordinal);
        Assert.EndsWith("The database is up to date." + Environment.NewLine, first.Output, StringComparison.Ordinal);
        Assert.Equal("The database is up to date." + Environment.NewLine, second.Output);
        Assert.Empty(first.Errors + second.Errors);
        Assert.Empty(await Installation.ReadAsync(db => db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Several_nodes_may_migrate_at_once()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Installation.RunAsync("migrate")));

        Assert.All(runs, run => Assert.True(run.ExitCode == 0 && run.Errors.Length == 0, run.ToString()));
        Assert.Empty(await Installation.ReadAsync(db => db.Voicemails.ToListAsync(TestContext.Current.CancellationToken)));
    }

    public sealed class OnSqlite() : MigratingTests(new SqliteInstallation())
    {
        [Fact]
        public async Task A_process_that_was_killed_while_it_migrated_locks_nobody_out()
        {
            Directory.CreateDirectory(Path.Combine(Installation.Folder, "data"));
            await Installation.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00+00:00');
                """));

            await Installation.SucceedsAsync("migrate");
        }
    }

    public sealed class OnPostgreSql() : MigratingTests(new PostgreSqlInstallation());
}
