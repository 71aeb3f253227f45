using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.ArchiveVoicemails;

internal sealed class ArchiveVoicemailsCommandHandler(IAppDbContext db, TimeProvider clock) : IRequestHandler<ArchiveVoicemailsCommand, Result<int>>
{
    public async Task<Result<int>> Handle(ArchiveVoicemailsCommand request, CancellationToken cancellationToken)
    {
        var voicemails = await db.FindOwnAsync(request.Owner, request.Ids, cancellationToken);
        foreach (var voicemail in voicemails)
        {
            voicemail.Archive(clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
        return voicemails.Count;
    }
}
