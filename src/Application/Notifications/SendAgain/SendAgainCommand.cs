using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Notifications.SendAgain;

/// <summary>A subscriber has put an address in order and wants mail there again.</summary>
public sealed record SendAgainCommand(SubscriberId Owner, string Address) : IRequest<Result>;
