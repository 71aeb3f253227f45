using MaskedVoicemail.Application.Calls.BringInCall;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Operations;
using MaskedVoicemail.Application.Voicemails.RecordRecording;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Operations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MaskedVoicemail.Application.Voicemails.FindMissedRecordings;

internal sealed partial class FindMissedRecordingsCommandHandler(
    IAppDbContext db, IMediator mediator, ITwilioRecordings recordings, ServiceMetrics metrics, TimeProvider clock, ILogger<FindMissedRecordingsCommandHandler> logger)
    : IRequestHandler<FindMissedRecordingsCommand, Result>
{
    private const string MarkName = "twilio-recordings";
    private const int BatchSize = 200;

    /// <summary>Looked at again each time: a recording is listed under the time of its beginning, and may be finished much later.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    private static readonly TimeSpan FirstLook = TimeSpan.FromDays(1);

    public async Task<Result> Handle(FindMissedRecordingsCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var seenUntil = await db.SweepMarks.Where(mark => mark.Name == MarkName).Select(mark => (DateTimeOffset?)mark.SeenUntil)
            .SingleOrDefaultAsync(cancellationToken);
        var isComplete = true;
        await foreach (var batch in recordings.ListAsync((seenUntil ?? now - FirstLook) - Overlap, cancellationToken).Chunk(BatchSize).WithCancellation(cancellationToken))
        {
            isComplete &= await EnterMissingAsync(batch, cancellationToken);
        }

        if (isComplete)
        {
            await MoveMarkAsync(now, cancellationToken);
        }

        return Result.Success;
    }

    /// <returns>Whether everything could be entered.</returns>
    private async Task<bool> EnterMissingAsync(TwilioRecording[] batch, CancellationToken cancellationToken)
    {
        var sids = batch.Where(recording => recording.Report is RecordingReport.Completed).Select(recording => recording.Sid).ToList();
        var known = await db.Voicemails.Where(voicemail => sids.Contains(voicemail.RecordingSid!)).Select(voicemail => voicemail.RecordingSid)
            .ToHashSetAsync(cancellationToken);
        var isComplete = true;
        foreach (var recording in batch.Where(recording => recording.Report is RecordingReport.Completed && !known.Contains(recording.Sid)))
        {
            try
            {
                await EnterAsync(recording, cancellationToken);
            }
            catch (Exception exception) when (exception is not (PartnerException or OperationCanceledException))
            {
                // One that can't be entered does not keep the others out, and is tried again with the next look.
                LogNotEntered(exception, recording.Sid);
                isComplete = false;
            }

            db.ChangeTracker.Clear();
        }

        return isComplete;
    }

    private async Task EnterAsync(TwilioRecording recording, CancellationToken cancellationToken)
    {
        var report = new RecordRecordingCommand(recording.CallSid, recording.Sid, RecordingReport.Completed, recording.DurationSeconds);
        var entered = await mediator.Send(report, cancellationToken);
        if (entered.Errors.Contains(CallErrors.NotFound))
        {
            if (!(await mediator.Send(new BringInCallCommand(recording.CallSid), cancellationToken)).IsSuccess)
            {
                return;
            }

            await mediator.Send(report, cancellationToken);
        }

        metrics.ReportFound();
        LogEntered(recording.Sid, recording.CallSid);
    }

    private async Task MoveMarkAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.SweepMarks.SingleOrDefaultAsync(mark => mark.Name == MarkName, cancellationToken) is { } mark)
        {
            mark.MoveTo(now);
        }
        else
        {
            db.SweepMarks.Add(SweepMark.Create(MarkName, now));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Recording {RecordingSid} of call {CallSid} was found at Twilio and entered: its report never came")]
    private partial void LogEntered(string recordingSid, string callSid);

    [LoggerMessage(LogLevel.Error, "Recording {RecordingSid} was found at Twilio, but could not be entered")]
    private partial void LogNotEntered(Exception exception, string recordingSid);
}
