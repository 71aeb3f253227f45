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

        var lines = first.Output.TrimEnd().Split(Environment.NewLine);
        Assert.EndsWith("_Initial.", lines[0], StringComparison.Ordinal);
        Assert.All(lines[..^1], line => Assert.StartsWith("Applied ", line, StringComparison.Ordinal));
        Assert.Equal("The database is up to date.", lines[^1]);
        Assert.Equal("The database is up to date." + Environment.NewLine, second.Output);
        AssertSaysNothingButThatKeysAreNotEncrypted(first.Errors);
        Assert.Empty(second.Errors);
        Assert.Empty(await Installation.ReadAsync(db => db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Several_nodes_may_migrate_at_once()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Installation.RunAsync("migrate")));

        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.ToString()));
        AssertSaysNothingButThatKeysAreNotEncrypted(string.Concat(runs.Select(run => run.Errors)));
        Assert.Empty(await Installation.ReadAsync(db => db.Voicemails.ToListAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>One process makes the first key, and warns, as the installation has no certificate.</summary>
    private static void AssertSaysNothingButThatKeysAreNotEncrypted(string errors)
    {
        var lines = errors.TrimEnd().Split(Environment.NewLine);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("warn: Microsoft.AspNetCore.DataProtection.", lines[0], StringComparison.Ordinal);
        Assert.Contains("may be persisted to storage in unencrypted form", lines[1], StringComparison.Ordinal);
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
