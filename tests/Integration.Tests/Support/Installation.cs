using MaskedVoicemail.Infrastructure.Persistence;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>A folder and a database in which the program is run as a process; one for each test.</summary>
public abstract class Installation : IAsyncLifetime
{
    public const string AnyPort = "http://127.0.0.1:0";

    public string Folder { get; } = Directory.CreateTempSubdirectory("masked-voicemail-").FullName;

    /// <summary>All that Production needs, and the database; tests change it.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ASPNETCORE_URLS"] = AnyPort,
        ["Database__MigrateOnStart"] = "true",
        ["Seed__Allowed"] = "true",
        ["PublicBaseUrl"] = "https://voicemail.example.com",
        ["Twilio__AccountSid"] = "AC00000000000000000000000000000001",
        ["Twilio__AuthToken"] = "00000000000000000000000000000001",
        ["SendGrid__ApiKey"] = "SG.test",
        ["Email__From"] = "voicemail@example.com",
        ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
    };

    public string Recordings => Path.Combine(Folder, "data", "recordings");

    public abstract ValueTask InitializeAsync();

    public Task<ProgramRun> RunAsync(params string[] arguments) => ProgramProcess.RunAsync(Folder, Environment, arguments);

    public ProgramProcess Serve() => ProgramProcess.Start(Folder, Environment);

    /// <summary>Runs a command that must succeed.</summary>
    public async Task<ProgramRun> SucceedsAsync(params string[] arguments)
    {
        var run = await RunAsync(arguments);
        Assert.True(run.ExitCode == 0, run.ToString());
        return run;
    }

    public async Task<T> ReadAsync<T>(Func<AppDbContext, Task<T>> query)
    {
        await using var db = Open();
        return await query(db);
    }

    public abstract AppDbContext Open();

    public virtual ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
