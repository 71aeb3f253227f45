using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Notifications;
using MaskedVoicemail.Application.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Accounts.GetPageNews;

internal sealed class GetPageNewsQueryHandler(IAppDbContext db) : IRequestHandler<GetPageNewsQuery, PageNews>
{
    public async Task<PageNews> Handle(GetPageNewsQuery request, CancellationToken cancellationToken)
    {
        var unheard = db.Voicemails.OwnedBy(request.Reader).In(VoicemailFolder.Inbox)
            .Where(voicemail => voicemail.HeardAt == null && !voicemail.IsSealed)
            .InOrderOf(turn: null)
            .Take(PageNews.MostCounted + 1);
        var addresses = db.AddressesOf(request.Reader);
        var suppressed = db.SuppressedAddresses.InForce().Where(row => addresses.Contains(row.Address));
        return await db.Subscribers.Where(row => row.Id == request.Reader)
                .Select(_ => new PageNews(unheard.Count(), suppressed.Any()))
                .SingleOrDefaultAsync(cancellationToken)
            ?? new PageNews(NewVoicemails: 0, HasMailTrouble: false);
    }
}
