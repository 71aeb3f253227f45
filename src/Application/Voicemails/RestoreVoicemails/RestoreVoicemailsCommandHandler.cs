using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.RestoreVoicemails;

internal sealed class RestoreVoicemailsCommandHandler(IAppDbContext db) : IRequestHandler<RestoreVoicemailsCommand, Result<int>>
{
    public async Task<Result<int>> Handle(RestoreVoicemailsCommand request, CancellationToken cancellationToken)
    {
        var restored = 0;
        foreach (var voicemail in await db.FindOwnAsync(request.Owner, request.Ids, cancellationToken))
        {
            restored += voicemail.Restore().IsSuccess ? 1 : 0;
        }

        await db.SaveChangesAsync(cancellationToken);
        return restored > 0 ? restored : VoicemailErrors.GoneForGood;
    }
}
