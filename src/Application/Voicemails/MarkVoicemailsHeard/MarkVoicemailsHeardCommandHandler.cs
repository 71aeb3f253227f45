using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.MarkVoicemailsHeard;

internal sealed class MarkVoicemailsHeardCommandHandler(IAppDbContext db, TimeProvider clock) : IRequestHandler<MarkVoicemailsHeardCommand, Result<int>>
{
    public async Task<Result<int>> Handle(MarkVoicemailsHeardCommand request, CancellationToken cancellationToken)
    {
        var voicemails = await db.FindOwnAsync(request.Owner, request.Ids, cancellationToken);
        foreach (var voicemail in voicemails.Where(voicemail => !voicemail.IsSealed))
        {
            voicemail.MarkHeard(clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
        return voicemails.Count;
    }
}
