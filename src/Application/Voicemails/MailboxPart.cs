using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Application.Voicemails;

/// <summary>Which of a subscriber's messages are meant.</summary>
/// <param name="Number">Only those left on this masked number, or null for all.</param>
public sealed record MailboxPart(SubscriberId Owner, VoicemailFolder Folder, MaskedNumberId? Number);
