using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Operations;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Voicemails.RecordTranscription;

internal sealed class RecordTranscriptionCommandHandler(IAppDbContext db, DueStepSignal dueSteps, TimeProvider clock)
    : IRequestHandler<RecordTranscriptionCommand, Result>
{
    public async Task<Result> Handle(RecordTranscriptionCommand request, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var call = await db.LockCallAsync(request.CallSid, cancellationToken);
        if (call is null)
        {
            return CallErrors.NotFound;
        }

        var voicemail = await FindAsync(call, request.RecordingSid, cancellationToken);
        var isHastened = await db.RecordTextAsync(voicemail, request.Text, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (isHastened)
        {
            dueSteps.Raise();
        }

        return Result.Success;
    }

    private async Task<Voicemail> FindAsync(Call call, string? recordingSid, CancellationToken cancellationToken)
    {
        var candidates = await db.Voicemails.Where(voicemail => voicemail.CallId == call.Id).ToListAsync(cancellationToken);
        var voicemail = candidates.Find(candidate => candidate.RecordingSid == recordingSid) ?? candidates.Find(candidate => candidate.Id == VoicemailId.Of(call.Id));
        if (voicemail is null)
        {
            voicemail = Voicemail.Expect(call);
            db.Voicemails.Add(voicemail);
        }

        return voicemail;
    }
}
