using MaskedVoicemail.Application.Accounts.GetPageNews;
using MaskedVoicemail.Application.Common;

namespace MaskedVoicemail.Application.Voicemails;

/// <param name="Numbers">The subscriber's masked numbers, oldest first.</param>
/// <param name="News">Null where it was not read along and is to be asked for by itself.</param>
public sealed record VoicemailList(Page<VoicemailItem> Page, IReadOnlyList<MailboxNumber> Numbers, PageNews? News)
{
    internal static VoicemailList Of(MailboxReading reading, PageTurn? turn) => new(
        Paging.PageOf(reading.Items, turn, item => new PagePosition(item.ReceivedAt, item.Id.Value)), reading.Numbers, reading.News);
}
