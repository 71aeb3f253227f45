using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Voicemails.ListVoicemails;

internal sealed class ListVoicemailsQueryHandler(IAppDbContext db) : IRequestHandler<ListVoicemailsQuery, VoicemailList>
{
    /// <summary>More than a row shows.</summary>
    private const int PreviewLength = 400;

    public async Task<VoicemailList> Handle(ListVoicemailsQuery request, CancellationToken cancellationToken)
    {
        var voicemails = db.Voicemails.OwnedBy(request.Owner).In(request.Folder);
        if (request.Number is { } only)
        {
            voicemails = voicemails.Where(voicemail => voicemail.NumberId == only);
        }

        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            voicemails = Matching(voicemails, request.Search.Trim());
        }

        var page = await voicemails.InOrderOf(request.Turn)
            .SelectItems(db, PreviewLength)
            .ToPageAsync(request.Turn, item => new PagePosition(item.ReceivedAt, item.Id.Value), cancellationToken);
        var numbers = await db.MaskedNumbers.AsNoTracking()
            .Where(number => number.OwnerId == request.Owner)
            .OrderBy(number => number.CreatedAt)
            .Select(number => new OwnNumber(number.Id, number.Number))
            .ToListAsync(cancellationToken);
        return new VoicemailList(page, numbers);
    }

    /// <summary>What is sealed is not found by its text: that would give it away.</summary>
    private static IQueryable<Voicemail> Matching(IQueryable<Voicemail> voicemails, string search)
    {
        var text = SearchPattern.Containing(search);
        var caller = SearchPattern.ContainingNumber(search) ?? text;

        // ToLower here is the database's lower(), whose culture is the database's own; there is no other form that EF translates.
#pragma warning disable CA1304, CA1311, MA0011
        return voicemails.Where(voicemail =>
            EF.Functions.Like(((string)(object)voicemail.Caller).ToLower(), caller, SearchPattern.Escape)
            || EF.Functions.Like(voicemail.CallerName!.ToLower(), text, SearchPattern.Escape)
            || (!voicemail.IsSealed && EF.Functions.Like(voicemail.Transcript!.ToLower(), text, SearchPattern.Escape)));
#pragma warning restore CA1304, CA1311, MA0011
    }
}
