using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Operations;
using MaskedVoicemail.Application.Subscriptions;
using MaskedVoicemail.Application.Subscriptions.StartNewPeriod;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Application.Voicemails.RecordRecording;

internal sealed class RecordRecordingCommandHandler(
    IRecordingIntake intake, IAppDbContext db, IMediator mediator, DueStepSignal dueSteps, IOptions<TranscriptionOptions> transcription, TimeProvider clock)
    : IRequestHandler<RecordRecordingCommand, Result>
{
    public async Task<Result> Handle(RecordRecordingCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var isRecording = request.Report is RecordingReport.Completed && request.DurationSeconds is not 0;
        if (isRecording && await intake.RecordAsync(new FinishedRecording(request.CallSid, request.RecordingSid, request.DurationSeconds), now, cancellationToken))
        {
            dueSteps.Raise();
            return Result.Success;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var call = await db.LockCallAsync(request.CallSid, cancellationToken);
        if (call is null)
        {
            return CallErrors.NotFound;
        }

        if (isRecording)
        {
            var kept = await KeepAsync(call, request, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            if (kept)
            {
                dueSteps.Raise();
            }
        }
        else
        {
            await CloseAsync(call, request.Report, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return Result.Success;
    }

    /// <returns>Whether the message is new.</returns>
    private async Task<bool> KeepAsync(Call call, RecordRecordingCommand request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Voicemails.AnyAsync(voicemail => voicemail.RecordingSid == request.RecordingSid, cancellationToken))
        {
            return false;
        }

        var voicemail = await db.Voicemails.SingleOrDefaultAsync(row => row.Id == VoicemailId.Of(call.Id), cancellationToken);
        if (voicemail is null)
        {
            voicemail = Voicemail.Expect(call);
            db.Voicemails.Add(voicemail);
        }
        else if (voicemail.RecordingSid is not null)
        {
            voicemail = Voicemail.ExpectAnother(call, now);
            db.Voicemails.Add(voicemail);
        }

        var settings = await db.MaskedNumbers.Where(number => number.Id == call.NumberId).Select(number => number.Forwarding)
            .SingleAsync(cancellationToken);
        voicemail.Record(
            request.RecordingSid,
            request.DurationSeconds,
            await TakeUnitAsync(call.SubscriptionId, now, cancellationToken),
            transcription.Value.Transcribes(settings),
            now);
        db.BackgroundSteps.Add(BackgroundStep.Create(voicemail.Id, StepKind.FetchAudio, now, now));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <returns>Start of the period that gave the unit; null where no quota was left: then the message is kept sealed.</returns>
    private async Task<DateTimeOffset?> TakeUnitAsync(SubscriptionId subscription, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Subscriptions.AnyAsync(row => row.Id == subscription && row.PeriodEnd <= now, cancellationToken))
        {
            await mediator.Send(new StartNewPeriodCommand(subscription), cancellationToken);
        }

        return await db.TakeVoicemailUnitAsync(subscription, cancellationToken);
    }

    private Task<int> CloseAsync(Call call, RecordingReport report, CancellationToken cancellationToken) =>
        db.Voicemails
            .Where(voicemail => voicemail.Id == VoicemailId.Of(call.Id) && voicemail.Status == VoicemailStatus.Expected)
            .ExecuteUpdateAsync(
                set => set.SetProperty(
                    voicemail => voicemail.Status,
                    report is RecordingReport.Failed ? VoicemailStatus.Failed : VoicemailStatus.Absent),
                cancellationToken);
}
