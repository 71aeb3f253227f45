using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Voicemails.GetVoicemail;

internal sealed class GetVoicemailQueryHandler(IAppDbContext db) : IRequestHandler<GetVoicemailQuery, Result<VoicemailDetails>>
{
    public async Task<Result<VoicemailDetails>> Handle(GetVoicemailQuery request, CancellationToken cancellationToken)
    {
        var own = db.Voicemails.OwnedBy(request.Owner);
        var item = await own.Where(voicemail => voicemail.Id == request.Id)
            .SelectItems(db, Voicemail.TranscriptMaxLength)
            .SingleOrDefaultAsync(cancellationToken);
        if (item is null)
        {
            return VoicemailErrors.NotFound;
        }

        var call = await db.Calls.AsNoTracking()
            .Where(row => own.Any(voicemail => voicemail.Id == request.Id && voicemail.CallId == row.Id))
            .Select(row => new MessageCall(row.Route, row.StartedAt, row.DialStatus, row.EndedAt, row.DurationSeconds))
            .SingleOrDefaultAsync(cancellationToken);
        var announcement = await db.Notifications
            .Where(row => row.VoicemailId == request.Id)
            .OrderBy(row => row.CreatedAt)
            .Select(row => new MessageAnnouncement(row.Status, row.SentAt, row.Delivery, row.DeliveryAt))
            .FirstOrDefaultAsync(cancellationToken);
        var here = new PagePosition(item.ReceivedAt, item.Id.Value);
        return new VoicemailDetails(
            item,
            call,
            announcement,
            await NextAsync(own, item.Folder, new PageTurn(here, IsToNewer: true), cancellationToken),
            await NextAsync(own, item.Folder, new PageTurn(here, IsToNewer: false), cancellationToken));
    }

    private static Task<VoicemailId?> NextAsync(IQueryable<Voicemail> own, VoicemailFolder folder, PageTurn turn, CancellationToken cancellationToken) =>
        own.In(folder).InOrderOf(turn).Select(voicemail => (VoicemailId?)voicemail.Id).FirstOrDefaultAsync(cancellationToken);
}
