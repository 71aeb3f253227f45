using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;

namespace MaskedVoicemail.Application.Subscriptions.ChangeStatus;

/// <summary>Activates or deactivates a subscription. Safe to repeat.</summary>
public sealed record ChangeStatusCommand(SubscriptionId SubscriptionId, bool IsActive) : IRequest<Result>;
