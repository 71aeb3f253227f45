using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.Logging;
using Hangfire.PostgreSql;
using Hangfire.Server;
using Hangfire.States;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Operations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MaskedVoicemail.Infrastructure.OfficialSdks.Hangfire;

/// <summary>
/// Hangfire with its store in the application's own PostgreSQL database. It knows no limits for kinds of jobs, so each kind has a queue and as many
/// workers as run at once.
/// </summary>
internal sealed class HangfireEngine(JobStorage storage, NpgsqlDataSource database, IServiceScopeFactory scopes, TimeProvider clock) : IJobEngine, IAsyncDisposable
{
    private const string Recurring = "recurring";

    private static readonly TimeSpan PollingInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(15);

    /// <summary>After a failure. Left to itself a worker waits longer each time, for minutes in the end, until it has done a job again.</summary>
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(2);

    private BackgroundProcessingServer? _server;

    public Task EnsureStartedAsync(CancellationToken cancellationToken) =>
        _server is not null ? Task.CompletedTask : Task.Run(Start, cancellationToken);

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
    public async Task<bool> ScheduleAsync(VoicemailId voicemail, StepKind kind, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        var queue = QueueOf(kind);
        var job = Job.FromExpression<HangfireStepJob>(step => step.RunAsync(voicemail.Value, kind, dueAt, CancellationToken.None), queue);
        var wait = dueAt - clock.GetUtcNow();
        IState state = wait > TimeSpan.Zero ? new ScheduledState(wait) : new EnqueuedState(queue);
        await Task.Run(() => new BackgroundJobClient(storage).Create(job, state), cancellationToken);
        return true;
    }

    public async Task StopAsync()
    {
        if (_server is { } server)
        {
            _server = null;
            server.SendStop();
            using var patience = new CancellationTokenSource(TimeToStop, clock);
            await server.WaitForShutdownAsync(patience.Token);
            server.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();

        // Hangfire has one log for the whole process, and it ends with this host.
        LogProvider.SetCurrentLogProvider(null);
    }

    private static string[] Queues => [Recurring, .. Enum.GetValues<StepKind>().Select(QueueOf)];

    private static string QueueOf(StepKind kind) => kind.ToString().ToLowerInvariant();

    private void Start()
    {
        var recurring = new RecurringJobManager(storage);
        foreach (var (_, name, cronInUtc) in RecurringSchedule.All)
        {
            var job = Job.FromExpression<HangfireRecurringJob>(run => run.RunAsync(name, CancellationToken.None), Recurring);
            recurring.AddOrUpdate(name, job, cronInUtc, new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc, MisfireHandling = MisfireHandlingMode.Ignorable });
        }

        var filters = JobFilterProviders.Providers;
        var performer = new BackgroundJobPerformer(filters, new AspNetCoreJobActivator(scopes));
        var states = new BackgroundJobStateChanger(filters);
        _server = new BackgroundProcessingServer(
            storage,
            [
                new DelayedJobScheduler(PollingInterval, states).UseBackgroundPool(1),
                new RecurringJobScheduler(new BackgroundJobFactory(filters), PollingInterval).UseBackgroundPool(1),
                Workers(Recurring, JobLimits.Recurring),
                .. Enum.GetValues<StepKind>().Select(kind => Workers(QueueOf(kind), JobLimits.Of(kind))),
            ],
            new Dictionary<string, object> { ["Queues"] = Queues, ["WorkerCount"] = Enum.GetValues<StepKind>().Sum(JobLimits.Of) + JobLimits.Recurring },
            new BackgroundProcessingServerOptions { RetryDelay = _ => RetryDelay, ShutdownTimeout = TimeToStop });

        IBackgroundProcessDispatcherBuilder Workers(string queue, int count) => new Worker([queue], performer, states).UseBackgroundPool(count);
    }
}
