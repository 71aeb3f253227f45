using System.Diagnostics;

namespace MaskedVoicemail.Fault.Tests.Support;

/// <summary>A PostgreSQL server of a test's own, which can be taken away and brought back.</summary>
internal sealed class StoppablePostgres : IAsyncDisposable
{
    private readonly Process _keeper;

    private StoppablePostgres(Process keeper, string connectionString)
    {
        _keeper = keeper;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public static async Task<StoppablePostgres> StartAsync()
    {
        var keeper = Process.Start(new ProcessStartInfo("bash", [Script()]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        return new StoppablePostgres(keeper, await ReadLineAsync(keeper));
    }

    /// <summary>As in a crash: no connection is told, nothing is written to the end.</summary>
    public Task StopAsync() => OrderAsync("stop");

    public Task StartAgainAsync() => OrderAsync("start");

    public async ValueTask DisposeAsync()
    {
        _keeper.StandardInput.Close();
        await _keeper.WaitForExitAsync();
        _keeper.Dispose();
    }

    private async Task OrderAsync(string order)
    {
        await _keeper.StandardInput.WriteLineAsync(order);
        await _keeper.StandardInput.FlushAsync();
        Assert.Equal("done", await ReadLineAsync(_keeper));
    }

    private static async Task<string> ReadLineAsync(Process keeper) =>
        await keeper.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException("There is no PostgreSQL server whose programs can be run here.");

    private static string Script()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MaskedVoicemail.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return Path.Combine(folder.FullName, "scripts", "lib", "postgres-to-stop.sh");
    }
}
