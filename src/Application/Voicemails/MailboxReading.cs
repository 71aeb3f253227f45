using MaskedVoicemail.Application.Accounts.GetPageNews;

namespace MaskedVoicemail.Application.Voicemails;

/// <summary>Messages, and what stands around them on their page.</summary>
/// <param name="Numbers">The subscriber's masked numbers, oldest first.</param>
/// <param name="News">Null where it was not read along and is to be asked for by itself.</param>
public sealed record MailboxReading(List<VoicemailItem> Items, IReadOnlyList<MailboxNumber> Numbers, PageNews? News);
