using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Application.Accounts.GetProfile;

public sealed record Profile(string Email, Language Language, string TimeZone);
