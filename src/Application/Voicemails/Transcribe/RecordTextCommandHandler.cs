using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Operations;
using MaskedVoicemail.Application.Voicemails.RecordTranscription;
using MaskedVoicemail.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Voicemails.Transcribe;

internal sealed class RecordTextCommandHandler(IAppDbContext db, DueStepSignal dueSteps, TimeProvider clock) : IRequestHandler<RecordTextCommand, Result>
{
    public async Task<Result> Handle(RecordTextCommand request, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var callSid = await db.Voicemails
            .Where(row => row.Id == request.VoicemailId)
            .Join(db.Calls, row => row.CallId, call => call.Id, (row, call) => call.Sid)
            .SingleAsync(cancellationToken);
        await db.LockCallAsync(callSid, cancellationToken);
        var voicemail = await db.Voicemails.SingleAsync(row => row.Id == request.VoicemailId, cancellationToken);
        var isHastened = await db.RecordTextAsync(voicemail, request.Text, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (isHastened)
        {
            dueSteps.Raise();
        }

        return Result.Success;
    }
}
