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
    /// <summary>
    /// The steps of a kind that are handed over at a time, the oldest first. Looking for work, the engine passes over all that waits behind a limit: what
    /// it holds must stay few, however many are due. It is more than all nodes together do between two looks.
    /// </summary>
    private const int MostOfAKind = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>What falls due before the next look but one is handed over with its time, so that it runs on time.</summary>
    private static readonly TimeSpan Foresight = 2 * Interval;

    /// <summary>A step that is still due after this time is handed over once more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Between two looks, however often there is word of something new: the first of it is looked for at once.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>The steps that need not be handed over, and until when.</summary>
    private readonly Dictionary<(VoicemailId Voicemail, StepKind Kind, DateTimeOffset DueAt), DateTimeOffset> _handedOver = [];


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
                _handedOver.Clear();
                await Task.Delay(ShortestPause, clock, cancellationToken);
                continue;
            }

            try
            {
                await engine.EnsureStartedAsync(cancellationToken);
                await HandOverAsync(cancellationToken);
                pause = ShortestPause;
                await Task.Delay(Breath, clock, cancellationToken);
                await dueSteps.WaitAsync(Interval, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Most likely the database has just gone.
                var cause = exception.GetBaseException();
                LogTrouble(pause, cause.GetType().Name, cause.Message);
                _handedOver.Clear();
                await Task.Delay(pause, clock, cancellationToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private async Task HandOverAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        Forget(now);
        await using var scope = scopes.CreateAsyncScope();
        var due = scope.ServiceProvider.GetRequiredService<IAppDbContext>().BackgroundSteps.AsNoTracking()
            .Where(step => step.State == StepState.Due && step.DueAt <= now + Foresight);
        var first = await Enum.GetValues<StepKind>()
            .Select(kind => due.Where(step => step.Kind == kind).OrderBy(step => step.DueAt).Take(MostOfAKind))
            .Aggregate((some, others) => some.Concat(others))
            .Select(step => new { step.VoicemailId, step.Kind, step.DueAt })
            .ToListAsync(cancellationToken);
        foreach (var step in first)
        {
            var key = (step.VoicemailId, step.Kind, step.DueAt);
            if (!_handedOver.ContainsKey(key))
            {
                var isScheduled = await engine.ScheduleAsync(step.VoicemailId, step.Kind, step.DueAt, cancellationToken);
                _handedOver.Add(key, clock.GetUtcNow() + (isScheduled ? Patience : Interval));
            }
        }
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
