using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Application.Numbers.ListOwnNumbers;

/// <param name="IsForwarded">Calls ring through to <paramref name="Target"/>.</param>
public sealed record OwnNumber(MaskedNumberId Id, PhoneNumber Number, bool IsForwarded, PhoneNumber? Target);
