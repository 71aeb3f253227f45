using MaskedVoicemail.Application.Accounts.GetPageNews;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Web.Features.Shared;

namespace MaskedVoicemail.Web.Features.Voicemails;

/// <param name="Numbers">The subscriber's masked numbers.</param>
/// <param name="Empty">What stands in place of the list, or null where there is one.</param>
public sealed record InboxViewModel(
    InboxFilter Filter, IReadOnlyList<VoicemailRow> Rows, IReadOnlyList<MailboxNumber> Numbers, Pager Pager, EmptyState? Empty, PageNews? News)
    : IHasPageNews
{
    public bool HasSeveralNumbers => Numbers.Count > 1;

    /// <summary>There is something to search in.</summary>
    public bool HasSearch => Empty is null || IsFiltered;

    public bool IsFiltered => Filter.Search is not null || Filter.Number is not null;
}
