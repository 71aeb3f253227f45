using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Application.Voicemails.ListVoicemails;

public sealed record OwnNumber(MaskedNumberId Id, PhoneNumber Number);
