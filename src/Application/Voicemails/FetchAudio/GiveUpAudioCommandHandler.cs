using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Operations;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Voicemails.FetchAudio;

internal sealed class GiveUpAudioCommandHandler(IAppDbContext db, DueStepSignal dueSteps, TimeProvider clock)
    : IRequestHandler<GiveUpAudioCommand, Result>
{
    public async Task<Result> Handle(GiveUpAudioCommand request, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var failed = await db.Voicemails
            .Where(voicemail => voicemail.Id == request.VoicemailId && voicemail.Status == VoicemailStatus.Recorded)
            .ExecuteUpdateAsync(set => set.SetProperty(voicemail => voicemail.Status, VoicemailStatus.Failed), cancellationToken);
        if (failed == 0)
        {
            return Result.Success;
        }

        var now = clock.GetUtcNow();
        await db.AddStepOnceAsync(request.VoicemailId, StepKind.NotifyOwner, now, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        dueSteps.Raise();
        return Result.Success;
    }
}
