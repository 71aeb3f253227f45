using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Operations;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>
/// Hands steps that are due to the job engine. The table says what is due, the engine only runs it: a step that the engine has lost
/// is handed over again.
/// </summary>
internal sealed partial class StepDispatcher(
    IJobEngine engine,
    CallersFirst callers,
    DatabaseReadiness readiness,
    DueStepSignal dueSteps,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<StepDispatcher> logger)
    : BackgroundService
{
    private const int BatchSize = 200;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>What falls due before the next look but one is handed over with its time, so that it runs on time.</summary>
    private static readonly TimeSpan Foresight = 2 * Interval;

    /// <summary>A step that is still due after this time is handed over once more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Between the time that a new step is due from and its commit: an older one is met by the next look at all.</summary>
    private static readonly TimeSpan LongestCommit = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>The steps that need not be handed over, and until when.</summary>
    private readonly Dictionary<(VoicemailId Voicemail, StepKind Kind, DateTimeOffset DueAt), DateTimeOffset> _handedOver = [];

    private DateTimeOffset _look;
    private long? _lookAtAll;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await callers.WaitAsync(stoppingToken);
            await DispatchAsync(stoppingToken);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // What is due stays due, for the next start or another node.
        }
        finally
        {
            await engine.StopAsync();
        }
    }

    private async Task DispatchAsync(CancellationToken cancellationToken)
    {
        var pause = ShortestPause;
        while (true)
        {
            if (await readiness.GetAsync(cancellationToken) is not DatabaseState.Ready)
            {
                // The readiness tells the log. The engine may have lost what it was given.
                HandOverAfresh();
                await Task.Delay(ShortestPause, clock, cancellationToken);
                continue;
            }

            try
            {
                await engine.EnsureStartedAsync(cancellationToken);
                await HandOverAsync(cancellationToken);
                pause = ShortestPause;
                await dueSteps.WaitAsync(Interval, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Most likely the database has just gone.
                var cause = exception.GetBaseException();
                LogTrouble(pause, cause.GetType().Name, cause.Message);
                HandOverAfresh();
                await Task.Delay(pause, clock, cancellationToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    /// <remarks>Under load this is called without a pause, for what has just been committed: it does not read all that waits each time.</remarks>
    private async Task HandOverAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var isLookAtAll = _lookAtAll is not { } last || clock.GetElapsedTime(last) >= Interval;
        var from = isLookAtAll ? DateTimeOffset.MinValue : _look - LongestCommit;
        _look = now;
        if (isLookAtAll)
        {
            _lookAtAll = clock.GetTimestamp();
        }

        Forget(now);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IAppDbContext>();
        var horizon = now + Foresight;
        var behind = new VoicemailId(Guid.Empty);
        while (true)
        {
            // The last message of a page begins the next one: it may have more than one step.
            var batch = await db.BackgroundSteps.AsNoTracking()
                .Where(step => step.State == StepState.Due && step.DueAt <= horizon && step.DueAt >= from && (step.DueAt > from || step.VoicemailId >= behind))
                .OrderBy(step => step.DueAt)
                .ThenBy(step => step.VoicemailId)
                .Select(step => new { step.VoicemailId, step.Kind, step.DueAt })
                .Take(BatchSize)
                .ToListAsync(cancellationToken);
            foreach (var step in batch)
            {
                var key = (step.VoicemailId, step.Kind, step.DueAt);
                if (!_handedOver.ContainsKey(key))
                {
                    var isScheduled = await engine.ScheduleAsync(step.VoicemailId, step.Kind, step.DueAt, cancellationToken);
                    _handedOver.Add(key, clock.GetUtcNow() + (isScheduled ? Patience : Interval));
                }
            }

            if (batch.Count < BatchSize)
            {
                return;
            }

            (from, behind) = (batch[^1].DueAt, batch[^1].VoicemailId);
        }
    }

    private void HandOverAfresh()
    {
        _handedOver.Clear();
        _lookAtAll = null;
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (step, until) in _handedOver)
        {
            if (until < now)
            {
                _handedOver.Remove(step);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Background steps can't be started at the moment, next attempt in {Pause}: {Cause}: {Message}")]
    private partial void LogTrouble(TimeSpan pause, string cause, string message);
}
