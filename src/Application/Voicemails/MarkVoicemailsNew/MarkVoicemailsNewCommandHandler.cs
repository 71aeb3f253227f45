using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.MarkVoicemailsNew;

internal sealed class MarkVoicemailsNewCommandHandler(IAppDbContext db) : IRequestHandler<MarkVoicemailsNewCommand, Result<int>>
{
    public async Task<Result<int>> Handle(MarkVoicemailsNewCommand request, CancellationToken cancellationToken)
    {
        var voicemails = await db.FindOwnAsync(request.Owner, request.Ids, cancellationToken);
        foreach (var voicemail in voicemails)
        {
            voicemail.MarkNew();
        }

        await db.SaveChangesAsync(cancellationToken);
        return voicemails.Count;
    }
}
