using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MediatR;

namespace MaskedVoicemail.Application.Numbers.GetForwarding;

/// <summary>What happens to the calls of one of the subscriber's own numbers.</summary>
public sealed record GetForwardingQuery(SubscriberId OwnerId, MaskedNumberId NumberId) : IRequest<Result<NumberForwarding>>;
