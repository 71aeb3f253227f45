using System.Globalization;
using MaskedVoicemail.Fault.Tests.Support;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Fault.Tests;

/// <summary>
/// <c>kill -9</c> at random moments. <c>FAULT_KILLS</c> says how often, <c>FAULT_SEED</c> repeats the choices, <c>FAULT_FIGURES</c> names a file
/// for the table: <c>scripts/kill-runs.sh</c> sets them.
/// </summary>
public sealed class KillingNodesTests
{
    private const int InEveryRun = 50;
    private const int OnSqlite = 12;

    private static int Seed => Number("FAULT_SEED") ?? Random.Shared.Next();

    [Fact]
    public async Task With_two_nodes_on_PostgreSQL_nothing_acknowledged_is_lost_or_done_twice()
    {
        await using var installation = new PostgreSqlInstallation();
        await installation.InitializeAsync();
        await using var cluster = await Cluster.CreateAsync(installation, nodes: 2);
        var run = new KillRun(cluster, Number("FAULT_KILLS") ?? InEveryRun, Seed);

        await run.RunAsync();

        await Figures.PublishAsync($"Two nodes on PostgreSQL\n\n{run.Figures()}");
        run.MustBeFlawless();
    }

    [Fact]
    public async Task With_one_node_on_SQLite_nothing_acknowledged_is_lost_or_done_twice_and_the_file_stays_sound()
    {
        await using var installation = new SqliteInstallation();
        await installation.InitializeAsync();
        await using var cluster = await Cluster.CreateAsync(installation, nodes: 1);
        var run = new KillRun(cluster, Number("FAULT_KILLS_SQLITE") ?? OnSqlite, Seed);

        await run.RunAsync(async () => Assert.Equal("ok", await CheckIntegrityAsync(installation)));

        await Figures.PublishAsync($"One node on SQLite\n\n{run.Figures()}");
        run.MustBeFlawless();
    }

    private static async Task<string> CheckIntegrityAsync(SqliteInstallation installation)
    {
        await using var db = installation.Open();
        await using var connection = new SqliteConnection(db.Database.GetConnectionString());
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
