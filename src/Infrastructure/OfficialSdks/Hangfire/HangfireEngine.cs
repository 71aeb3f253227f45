using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Hangfire.States;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Operations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MaskedVoicemail.Infrastructure.OfficialSdks.Hangfire;

/// <summary>
/// Hangfire with its store in the application's own PostgreSQL database. It knows no limits for kinds of jobs, so each kind has a queue and a server
/// with as many workers as run at once.
/// </summary>
internal sealed class HangfireEngine(JobStorage storage, NpgsqlDataSource database, IServiceScopeFactory scopes, TimeProvider clock) : IJobEngine, IAsyncDisposable
{
    private const string Recurring = "recurring";

    private static readonly TimeSpan PollingInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(15);

    private readonly List<BackgroundJobServer> _servers = [];

    public Task EnsureStartedAsync(CancellationToken cancellationToken) =>
        _servers.Count > 0 ? Task.CompletedTask : Task.Run(Start, cancellationToken);

    public Task ProvisionAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            using var connection = database.OpenConnection();
            PostgreSqlObjectsInstaller.Install(connection, HangfireStore.Schema);
        },
        cancellationToken);

    /// <remarks>
    /// Hangfire has no keys for jobs: a step that is handed over by two nodes is two jobs, of which the step's lease lets one do the work.
    /// </remarks>
    public Task ScheduleAsync(VoicemailId voicemail, StepKind kind, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        var queue = QueueOf(kind);
        var job = Job.FromExpression<HangfireStepJob>(step => step.RunAsync(voicemail.Value, kind, CancellationToken.None), queue);
        var wait = dueAt - clock.GetUtcNow();
        IState state = wait > TimeSpan.Zero ? new ScheduledState(wait) : new EnqueuedState(queue);
        return Task.Run(() => new BackgroundJobClient(storage).Create(job, state), cancellationToken);
    }

    /// <remarks>Each of Hangfire's processes waits longer after every failure, for minutes in the end.</remarks>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        await StopAsync();
        await EnsureStartedAsync(cancellationToken);
    }

    public async Task StopAsync()
    {
        var servers = _servers.ToList();
        _servers.Clear();
        foreach (var server in servers)
        {
            server.SendStop();
        }

        using var patience = new CancellationTokenSource(TimeToStop, clock);
        await Task.WhenAll(servers.Select(server => server.WaitForShutdownAsync(patience.Token)));
        foreach (var server in servers)
        {
            server.Dispose();
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static string QueueOf(StepKind kind) => kind.ToString().ToLowerInvariant();

    private void Start()
    {
        var recurring = new RecurringJobManager(storage);
        foreach (var (_, name, cronInUtc) in RecurringSchedule.All)
        {
            var job = Job.FromExpression<HangfireRecurringJob>(run => run.RunAsync(name, CancellationToken.None), Recurring);
            recurring.AddOrUpdate(name, job, cronInUtc, new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc, MisfireHandling = MisfireHandlingMode.Ignorable });
        }

        // This one also enqueues what falls due.
        _servers.Add(Server(Recurring, JobLimits.Recurring, isLightweight: false));
        foreach (var kind in Enum.GetValues<StepKind>())
        {
            _servers.Add(Server(QueueOf(kind), JobLimits.Of(kind), isLightweight: true));
        }
    }

    private BackgroundJobServer Server(string queue, int workers, bool isLightweight) => new(
        new BackgroundJobServerOptions
        {
            Queues = [queue],
            WorkerCount = workers,
            IsLightweightServer = isLightweight,
            SchedulePollingInterval = PollingInterval,
            ShutdownTimeout = TimeToStop,
            Activator = new AspNetCoreJobActivator(scopes),
        },
        storage);
}
