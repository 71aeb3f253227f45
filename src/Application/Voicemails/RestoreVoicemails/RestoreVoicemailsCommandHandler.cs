using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.RestoreVoicemails;

internal sealed class RestoreVoicemailsCommandHandler(IAppDbContext db) : IRequestHandler<RestoreVoicemailsCommand, Result<int>>
{
    public async Task<Result<int>> Handle(RestoreVoicemailsCommand request, CancellationToken cancellationToken)
    {
        var voicemails = await db.FindOwnAsync(request.Owner, request.Ids, cancellationToken);
        var restored = voicemails.Count(voicemail => voicemail.Restore().IsSuccess);
        await db.SaveChangesAsync(cancellationToken);
        return restored;
    }
}
