using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>
/// Quartz with its store in the application's database. A scheduler whose start failed can't be started again,
/// so each attempt builds a new one: that lets the program start before its database.
/// </summary>
internal sealed class QuartzStepEngine(JobStoreDatabase database, IServiceScopeFactory scopes, ILoggerFactory loggers, TimeProvider clock)
    : IJobEngine, IAsyncDisposable
{
    /// <summary>The last of the tables that Quartz creates.</summary>
    public const string LastTable = "qrtz_job_status";

    private const string Name = "MaskedVoicemail";
    private const string Recurring = "Recurring";

    /// <summary>A step that has been due for so long and stands still is scheduled afresh, whatever the engine believes of it.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private StandaloneSchedulerFactory? _factory;
    private IScheduler? _scheduler;

    public async Task EnsureStartedAsync(CancellationToken cancellationToken)
    {
        if (_scheduler is not null)
        {
            return;
        }

        var factory = Build(provision: false);
        try
        {
            var scheduler = await factory.GetScheduler(cancellationToken);
            await scheduler.AddJob(StepJob(), AddJobOptions.Replacing, cancellationToken);
            await ScheduleRecurringAsync(scheduler, cancellationToken);
            await scheduler.Start(cancellationToken);
            _factory = factory;
            _scheduler = scheduler;
        }
        catch
        {
            await factory.DisposeAsync();
            throw;
        }
    }

    public async Task ProvisionAsync(CancellationToken cancellationToken)
    {
        await using var factory = Build(provision: true);
        await factory.GetScheduler(cancellationToken);
    }

    public async Task<bool> ScheduleAsync(VoicemailId voicemail, StepKind kind, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        var scheduler = _scheduler ?? throw new InvalidOperationException("The job engine is not running.");
        var now = clock.GetUtcNow();
        var trigger = StepTriggers.At(StepKeys.Of(voicemail, kind), dueAt < now ? now : dueAt);

        // Asked first, which takes no lock: each node hands each step over, and most are in their turn already.
        switch (await scheduler.GetTriggerState(trigger.Key, cancellationToken))
        {
            case TriggerState.None:
                await scheduler.ScheduleTrigger(trigger, TriggerConflict.Keep, cancellationToken);
                return true;
            case TriggerState.Normal:
                if ((await scheduler.GetTrigger(trigger.Key, cancellationToken))?.NextFireTimeUtc is not { } planned || planned > trigger.StartTimeUtc)
                {
                    await scheduler.ScheduleTrigger(trigger, TriggerConflict.KeepEarlier, cancellationToken);
                }

                return true;
            case TriggerState.Error:
            case var _ when dueAt < now - LongestDelay:
                await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellationToken);
                return true;
            default:
                return false;
        }
    }

    public async Task StopAsync()
    {
        if (_scheduler is { } scheduler)
        {
            _scheduler = null;
            await scheduler.Shutdown(waitForJobsToComplete: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }
    }

    /// <remarks>
    /// That a step runs once at a time is the lease's business. The engine's own lock would be held for ever for a node that slept through the end
    /// of a run and woke up again. One job that stays, and no job of its own for each step: to delete that with its last trigger takes the lock which
    /// all nodes share. What a lost node was at is handed over again by the dispatcher.
    /// </remarks>
    private static IJobDetail StepJob() => JobBuilder.Create<RunStepJob>().WithIdentity(StepKeys.Job).StoreDurably().Build();

    private static async Task ScheduleRecurringAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        foreach (var (type, name, cronInUtc) in RecurringSchedule.All)
        {
            var key = new JobKey(name);
            var job = JobBuilder.Create().OfType(type).WithIdentity(key).DisallowConcurrentExecution().Build();
            var trigger = TriggerBuilder.Create()
                .WithIdentity(name)
                .ForJob(key)
                .WithExecutionGroup(Recurring)
                .WithCronSchedule(cronInUtc, cron => cron.InTimeZone(TimeZoneInfo.Utc))
                .Build();
            await scheduler.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, cancellationToken);
        }
    }

    private StandaloneSchedulerFactory Build(bool provision) => QuartzSchedulerBuilder.Create(quartz =>
    {
        quartz.Services.AddLogging(logging => logging.AddProvider(new HostLoggerProvider(loggers)).SetMinimumLevel(LogLevel.Warning));
        quartz.ConfigureScheduler(options =>
        {
            options.InstanceName = Name;
            options.GenerateInstanceId = true;
            options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
        });
        quartz.UseTimeProvider(clock);
        var limits = Enum.GetValues<StepKind>().ToDictionary(kind => kind.ToString(), JobLimits.Of);
        limits.Add(Recurring, JobLimits.Recurring);

        // As many places as the limits allow together: however slow one partner is, no other kind of work waits for it.
        quartz.UseDefaultThreadPool(limits.Values.Sum());
        quartz.UseExecutionLimits(groups =>
        {
            foreach (var (group, most) in limits)
            {
                groups.ForGroup(group, most);
            }
        });
        quartz.UseJobFactory(new ScopedJobFactory(scopes));
        quartz.UsePersistentStore(store =>
        {
            database.Configure(store);

            // A step is run however late it is, and in its turn: what waits behind a limit, or came through an outage, has missed nothing.
            store.ConfigureStore(options => options.MisfireThreshold = LongestWait);
            if (provision)
            {
                store.ProvisionSchema();
            }
        });
    }).Build();
}
