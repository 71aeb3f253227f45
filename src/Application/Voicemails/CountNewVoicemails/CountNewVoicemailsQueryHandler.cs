using MaskedVoicemail.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Voicemails.CountNewVoicemails;

internal sealed class CountNewVoicemailsQueryHandler(IAppDbContext db) : IRequestHandler<CountNewVoicemailsQuery, int>
{
    public Task<int> Handle(CountNewVoicemailsQuery request, CancellationToken cancellationToken) =>
        db.Voicemails.OwnedBy(request.Owner).In(VoicemailFolder.Inbox)
            .Where(voicemail => voicemail.HeardAt == null && !voicemail.IsSealed)
            .InOrderOf(turn: null)
            .Take(CountNewVoicemailsQuery.Most + 1)
            .CountAsync(cancellationToken);
}
