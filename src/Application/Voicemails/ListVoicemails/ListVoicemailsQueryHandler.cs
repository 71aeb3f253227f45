using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Voicemails.ListVoicemails;

internal sealed class ListVoicemailsQueryHandler(IAppDbContext db) : IRequestHandler<ListVoicemailsQuery, VoicemailList>
{
    /// <summary>More than a row shows.</summary>
    private const int PreviewLength = 400;

    /// <summary>The newest messages, in which a search looks first.</summary>
    private const int SearchedFirst = 1000;

    public async Task<VoicemailList> Handle(ListVoicemailsQuery request, CancellationToken cancellationToken)
    {
        var voicemails = db.Voicemails.OwnedBy(request.Owner).In(request.Folder);
        if (request.Number is { } only)
        {
            voicemails = voicemails.Where(voicemail => voicemail.NumberId == only);
        }

        var rows = string.IsNullOrWhiteSpace(request.Search)
            ? await voicemails.InOrderOf(request.Turn).SelectItems(db, PreviewLength).ReadAheadAsync(cancellationToken)
            : await SearchAsync(voicemails, request.Search.Trim(), request.Turn, cancellationToken);
        var page = Paging.PageOf(rows, request.Turn, item => new PagePosition(item.ReceivedAt, item.Id.Value));
        var numbers = await db.MaskedNumbers.AsNoTracking()
            .Where(number => number.OwnerId == request.Owner)
            .OrderBy(number => number.CreatedAt)
            .Select(number => new OwnNumber(number.Id, number.Number))
            .ToListAsync(cancellationToken);
        return new VoicemailList(page, numbers);
    }

    /// <summary>
    /// A word that many messages have fills a page from the newest of them. What those do not have is rare, and found by the index of texts: it finds
    /// all messages with a word, however many they are, and would take long over a frequent one.
    /// </summary>
    private async Task<List<VoicemailItem>> SearchAsync(IQueryable<Voicemail> voicemails, string search, PageTurn? turn, CancellationToken cancellationToken)
    {
        var rows = await Matching(voicemails.InOrderOf(turn).Take(SearchedFirst), search).SelectItems(db, PreviewLength).ReadAheadAsync(cancellationToken);
        return rows.Count > Paging.PageSize
            ? rows
            : await Matching(voicemails, search).InOrderOf(turn).SelectItems(db, PreviewLength).ReadAheadAsync(cancellationToken);
    }

    /// <summary>
    /// What is sealed is not found by its text: that would give it away. PostgreSQL has an index on just this expression
    /// (<c>IX_Voicemails_Search</c>); the two change together.
    /// </summary>
    private static IQueryable<Voicemail> Matching(IQueryable<Voicemail> voicemails, string search)
    {
        var words = SearchPattern.Containing(search);
        var number = SearchPattern.ContainingNumber(search);

        // ToLower here is the database's lower(), whose culture is the database's own; there is no other form that EF translates.
#pragma warning disable CA1304, CA1311, MA0011
        return
            from voicemail in voicemails
            let text = ((string)(object)voicemail.Caller + " " + (voicemail.CallerName ?? "") + " " + (voicemail.IsSealed ? "" : voicemail.Transcript ?? "")).ToLower()
            where EF.Functions.Like(text, words, SearchPattern.Escape) || (number != null && EF.Functions.Like(text, number, SearchPattern.Escape))
            select voicemail;
#pragma warning restore CA1304, CA1311, MA0011
    }
}
