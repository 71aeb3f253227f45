using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.EndSessions;

/// <summary>Signs somebody out on every device.</summary>
public sealed record EndSessionsCommand(SubscriberId Id) : IRequest<Result>;
