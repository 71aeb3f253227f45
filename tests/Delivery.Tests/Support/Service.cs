using MaskedVoicemail.Application;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Operations.RunStep;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure;
using MaskedVoicemail.Infrastructure.Operations;
using MaskedVoicemail.Infrastructure.Persistence;
using MaskedVoicemail.Integration.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MaskedVoicemail.Delivery.Tests.Support;

/// <summary>The service without its pages: requests, databases and the delivery, against simulated partners.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly PostgreSqlDatabase? _database;
    private readonly Dictionary<string, string?> _settings;
    private readonly IHost _host;

    private Service(TemporaryFolder folder, PostgreSqlDatabase? database, Partners partners, TestClock? clock, Dictionary<string, string?> settings)
    {
        _folder = folder;
        _database = database;
        Partners = partners;
        Clock = clock;
        _settings = settings;
        _host = Build(settings);
    }

    public Partners Partners { get; }

    /// <summary>The time that the test sets; null where real time passes.</summary>
    public TestClock? Clock { get; }

    public IServiceProvider Services => _host.Services;

    public string AudioFolder => Path.Combine(_folder.Path, "recordings");

    public IReadOnlyList<string> AudioFiles => Directory.Exists(AudioFolder) ? Directory.GetFiles(AudioFolder, "*", SearchOption.AllDirectories) : [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Service> StartAsync(
        DatabaseKind kind, PostgreSqlServer server, bool realTime = false, bool migrated = true, Dictionary<string, string?>? settings = null)
    {
        Assert.SkipWhen(kind is DatabaseKind.PostgreSql && PostgreSqlServer.IsMissing, PostgreSqlServer.SkipReason);
        var folder = new TemporaryFolder();
        var database = kind is DatabaseKind.PostgreSql ? await server.CreateDatabaseAsync(MigratePostgresAsync, Cancellation) : null;
        var partners = await Partners.StartAsync();
        var all = new Dictionary<string, string?>(settings ?? [])
        {
            ["Database:Provider"] = kind.ToString(),
            ["ConnectionStrings:Default"] = database?.ConnectionString ?? $"Data Source={Path.Combine(folder.Path, "test.db")}",
        };
        var service = new Service(folder, database, partners, realTime ? null : new TestClock(), all);
        if (kind is DatabaseKind.Sqlite && migrated)
        {
            await service.MigrateAsync();
        }

        return service;
    }

    /// <summary>Another process on the same database, disk and partners; to be disposed of before this one.</summary>
    public IHost AnotherNode() => Build(_settings);

    public Task MigrateAsync() => MigrateAsync(Services);

    public Task RunEngineAsync() => _host.StartAsync(Cancellation);

    public Task StopEngineAsync() => _host.StopAsync(Cancellation);

    public async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, Cancellation);
    }

    public async Task<T> QueryAsync<T>(Func<IAppDbContext, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<IAppDbContext>());
    }

    public Task<Voicemail> VoicemailAsync(VoicemailId id) => QueryAsync(db => db.Voicemails.SingleAsync(row => row.Id == id, Cancellation));

    public Task<BackgroundStep> StepAsync(VoicemailId id, StepKind kind) =>
        QueryAsync(db => db.BackgroundSteps.SingleAsync(row => row.VoicemailId == id && row.Kind == kind, Cancellation));

    /// <summary>Runs whatever is due, and what falls due by that, as the engine would.</summary>
    public async Task RunDueStepsAsync()
    {
        while (true)
        {
            var now = Clock!.GetUtcNow();
            var due = await QueryAsync(db => db.BackgroundSteps.AsNoTracking()
                .Where(step => step.State == StepState.Due && step.DueAt <= now)
                .ToListAsync(Cancellation));
            if (due.Count == 0)
            {
                return;
            }

            foreach (var step in due)
            {
                await SendAsync(new RunStepCommand(step.VoicemailId, step.Kind));
            }
        }
    }

    /// <summary>Lets time pass until the step is done or given up, running whatever falls due.</summary>
    public async Task RunToTheEndAsync(VoicemailId id, StepKind kind)
    {
        await RunDueStepsAsync();
        while (await StepAsync(id, kind) is { State: StepState.Due } step)
        {
            Clock!.Advance(step.DueAt - Clock.GetUtcNow());
            await RunDueStepsAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        if (_host is IAsyncDisposable host)
        {
            await host.DisposeAsync();
        }

        await Partners.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        _folder.Dispose();
    }

    private static async Task MigratePostgresAsync(string connectionString)
    {
        using var folder = new TemporaryFolder();
        await using var partners = await Partners.StartAsync();
        var settings = new Dictionary<string, string?> { ["Database:Provider"] = "PostgreSql", ["ConnectionStrings:Default"] = connectionString };
        var service = new Service(folder, database: null, partners, clock: null, settings);
        await MigrateAsync(service.Services);
        await ((IAsyncDisposable)service._host).DisposeAsync();
    }

    private static async Task MigrateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().MigrateAsync(Cancellation);
    }

    private IHost Build(Dictionary<string, string?> settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings
        {
            DisableDefaults = true,
            ContentRootPath = _folder.Path,
            EnvironmentName = Environments.Production,
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(settings)
        {
            ["Twilio:AccountSid"] = Partners.Options.AccountSid,
            ["Twilio:AuthToken"] = Partners.Options.AuthToken,
            ["Twilio:ApiBaseUrl"] = Partners.BaseAddress.AbsoluteUri,
            ["SendGrid:ApiKey"] = Partners.Options.SendGridApiKey,
            ["SendGrid:ApiBaseUrl"] = Partners.BaseAddress.AbsoluteUri,
            ["Email:From"] = "voicemail@example.test",
            ["Recordings:Path"] = "recordings",
        });
        builder.Services.AddSingleton(new PublicAddress(new Uri("https://voicemail.example.test")));
        if (Clock is not null)
        {
            builder.Services.AddSingleton<TimeProvider>(Clock);
        }

        builder.Services.AddLogging();
        builder.Services.AddApplication().AddInfrastructure(builder.Configuration, builder.Environment);
        return builder.Build();
    }
}
