using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Voicemails.SearchVoicemails;

internal sealed class SearchVoicemailsQueryHandler(IAppDbContext db) : IRequestHandler<SearchVoicemailsQuery, VoicemailList>
{
    /// <summary>The newest messages, in which a search looks first.</summary>
    private const int SearchedFirst = 1000;

    /// <summary>
    /// A word that many messages have fills a page from the newest of them. What those do not have is rare, and found by the index of texts: it finds
    /// all messages with a word, however many they are, and would take long over a frequent one.
    /// </summary>
    public async Task<VoicemailList> Handle(SearchVoicemailsQuery request, CancellationToken cancellationToken)
    {
        var (part, search, turn) = request;
        var voicemails = db.Voicemails.In(part);
        var items = await ReadAsync(Matching(voicemails.InOrderOf(turn).Take(SearchedFirst), search), cancellationToken);
        if (items.Count < Paging.ReadAhead)
        {
            items = await ReadAsync(Matching(voicemails, search).InOrderOf(turn), cancellationToken);
        }

        return VoicemailList.Of(new MailboxReading(items, await db.ReadNumbersAsync(part.Owner, cancellationToken), News: null), turn);
    }

    private Task<List<VoicemailItem>> ReadAsync(IQueryable<Voicemail> found, CancellationToken cancellationToken) =>
        found.SelectItems(db, IMailbox.PreviewLength).ReadAheadAsync(cancellationToken);

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
