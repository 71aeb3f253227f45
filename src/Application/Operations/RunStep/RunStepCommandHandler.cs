using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Notifications.NotifyOwner;
using MaskedVoicemail.Application.Voicemails.FetchAudio;
using MaskedVoicemail.Application.Voicemails.ReleaseOriginal;
using MaskedVoicemail.Application.Voicemails.Transcribe;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Operations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MaskedVoicemail.Application.Operations.RunStep;

internal sealed partial class RunStepCommandHandler(
    IAppDbContext db,
    IMediator mediator,
    IStepLeases leases,
    DueStepSignal dueSteps,
    ServiceMetrics metrics,
    TimeProvider clock,
    ILogger<RunStepCommandHandler> logger)
    : IRequestHandler<RunStepCommand, DateTimeOffset?>
{
    /// <summary>The job engine fires up to some milliseconds early.</summary>
    private static readonly TimeSpan EngineHaste = TimeSpan.FromSeconds(1);

    public async Task<DateTimeOffset?> Handle(RunStepCommand request, CancellationToken cancellationToken)
    {
        var found = await FindAsync(request, cancellationToken);
        var now = clock.GetUtcNow() + EngineHaste;
        if (found is not (var before, var callSid) || !before.IsDueAt(request.PlannedFor > now ? request.PlannedFor : now))
        {
            return null;
        }

        using var scope = logger.BeginScope("{Step} of voicemail {VoicemailId} of call {CallSid}", request.Kind, request.VoicemailId, callSid);
        using var activity = ServiceMetrics.Activities.StartActivity($"step {request.Kind}")?.SetTag("twilio.call_sid", callSid);

        await using var lease = await leases.TakeAsync(request.VoicemailId, request.Kind, cancellationToken);
        if (lease is null)
        {
            // Another node is at it, or died at it: then its lease runs out.
            return clock.GetUtcNow() + IStepLease.Length;
        }

        var failure = await AttemptAsync(request, lease, cancellationToken);

        // What a failed attempt left unsaved is not saved with its outcome.
        db.ChangeTracker.Clear();
        var step = await Steps(request).SingleOrDefaultAsync(cancellationToken);
        if (step is null || step.State is not StepState.Due || step.Run != lease.Run)
        {
            return null;
        }

        return await RecordAsync(request, step, failure, cancellationToken);
    }

    private async Task<(BackgroundStep Step, string CallSid)?> FindAsync(RunStepCommand request, CancellationToken cancellationToken)
    {
        var found = await Steps(request).AsNoTracking()
            .Join(db.Voicemails, step => step.VoicemailId, voicemail => voicemail.Id, (step, voicemail) => new { Step = step, voicemail.CallId })
            .Join(db.Calls, row => row.CallId, call => call.Id, (row, call) => new { row.Step, call.Sid })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.Step, found.Sid);
    }

    private IQueryable<BackgroundStep> Steps(RunStepCommand request) =>
        db.BackgroundSteps.Where(step => step.VoicemailId == request.VoicemailId && step.Kind == request.Kind);

    private static IRequest<Result> WorkOf(RunStepCommand request) => request.Kind switch
    {
        StepKind.FetchAudio => new FetchAudioCommand(request.VoicemailId),
        StepKind.NotifyOwner => new NotifyOwnerCommand(request.VoicemailId),
        StepKind.ReleaseOriginal => new ReleaseOriginalCommand(request.VoicemailId),
        StepKind.Transcribe => new TranscribeCommand(request.VoicemailId),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request.Kind, "No work is known for this kind of step."),
    };

    /// <returns>Why it failed, or null when it did not.</returns>
    private async Task<StepFailure?> AttemptAsync(RunStepCommand request, IStepLease lease, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lease.Lost, cancellationToken);
        try
        {
            await mediator.Send(WorkOf(request), either.Token);
            return null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var failure = StepFailure.Of(exception);
            if (failure.Cause is FailureCause.Defect)
            {
                LogDefect(exception);
            }

            return failure;
        }
        catch
        {
            // This process stops: the next one, or another node, goes on at once.
            await lease.ReleaseAsync();
            throw;
        }
    }

    private async Task<DateTimeOffset?> RecordAsync(
        RunStepCommand request, BackgroundStep step, StepFailure? failure, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? next = null;
        if (failure is null)
        {
            step.Complete(now);
            metrics.StepAttempted(step.Kind, "done");
        }
        else if (RetryPolicy.DelayAfter(step.Kind, step.Attempts + 1, failure, Random.Shared.NextDouble()) is { } delay)
        {
            next = now + delay;
            step.Retry(next.Value, failure.Reason);
            metrics.StepAttempted(step.Kind, "retry");
            LogRetry(step.Attempts, delay, failure.Reason);
        }
        else
        {
            if (step.Kind is StepKind.FetchAudio)
            {
                await mediator.Send(new GiveUpAudioCommand(request.VoicemailId), cancellationToken);
            }
            else if (step.Kind is StepKind.Transcribe)
            {
                await mediator.Send(new RecordTextCommand(request.VoicemailId, Text: null), cancellationToken);
            }

            step.GiveUp(failure.Reason, now);
            metrics.StepAttempted(step.Kind, "given_up");
            LogGivenUp(step.Attempts, failure.Reason);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else recorded an outcome meanwhile: theirs stands.
            return null;
        }

        // One that waited for a place can have this one's.
        dueSteps.Raise();
        return next;
    }

    [LoggerMessage(LogLevel.Information, "Attempt {Attempt} failed, next one in {Delay}: {Reason}")]
    private partial void LogRetry(int attempt, TimeSpan delay, string reason);

    [LoggerMessage(LogLevel.Error, "Given up after attempt {Attempt}: {Reason}. An administrator can run it again.")]
    private partial void LogGivenUp(int attempt, string reason);

    [LoggerMessage(LogLevel.Error, "The attempt ended in an unexpected exception")]
    private partial void LogDefect(Exception exception);
}
