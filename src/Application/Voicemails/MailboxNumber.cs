using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Application.Voicemails;

public sealed record MailboxNumber(MaskedNumberId Id, PhoneNumber Number);
