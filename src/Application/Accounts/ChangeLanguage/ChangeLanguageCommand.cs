using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.ChangeLanguage;

public sealed record ChangeLanguageCommand(SubscriberId Id, Language Language) : IRequest<Result>;
