using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.ChangePreferences;

public sealed record ChangePreferencesCommand(SubscriberId Id, Language Language, string TimeZone) : IRequest<Result>;
