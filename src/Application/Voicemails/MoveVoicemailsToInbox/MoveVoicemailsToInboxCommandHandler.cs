using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.MoveVoicemailsToInbox;

internal sealed class MoveVoicemailsToInboxCommandHandler(IAppDbContext db) : IRequestHandler<MoveVoicemailsToInboxCommand, Result<int>>
{
    public async Task<Result<int>> Handle(MoveVoicemailsToInboxCommand request, CancellationToken cancellationToken)
    {
        var voicemails = await db.FindOwnAsync(request.Owner, request.Ids, cancellationToken);
        foreach (var voicemail in voicemails)
        {
            voicemail.Unarchive();
        }

        await db.SaveChangesAsync(cancellationToken);
        return voicemails.Count;
    }
}
