using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.DeleteVoicemails;

internal sealed class DeleteVoicemailsCommandHandler(IAppDbContext db, TimeProvider clock) : IRequestHandler<DeleteVoicemailsCommand, Result<int>>
{
    public async Task<Result<int>> Handle(DeleteVoicemailsCommand request, CancellationToken cancellationToken)
    {
        var voicemails = await db.FindOwnAsync(request.Owner, request.Ids, cancellationToken);
        foreach (var voicemail in voicemails)
        {
            voicemail.Delete(clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
        return voicemails.Count;
    }
}
