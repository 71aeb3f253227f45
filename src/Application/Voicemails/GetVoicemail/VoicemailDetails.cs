using MaskedVoicemail.Domain.Voicemails;

namespace MaskedVoicemail.Application.Voicemails.GetVoicemail;

/// <param name="Item">The message with its whole text.</param>
/// <param name="Call">How it came to be; null for messages whose call is not in the books.</param>
/// <param name="Announcement">The mail to its owner; null while there is none.</param>
/// <param name="Newer">The next newer message of the same folder.</param>
/// <param name="Older">The next older message of the same folder.</param>
public sealed record VoicemailDetails(
    VoicemailItem Item, MessageCall? Call, MessageAnnouncement? Announcement, VoicemailId? Newer, VoicemailId? Older);
