using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;

namespace MaskedVoicemail.Application.Numbers.MoveNumber;

/// <summary>
/// An administrator hands a number to another account. Messages and calls stay with the former owner; the settings do not come along,
/// because they hold the former owner's phone and address.
/// </summary>
public sealed record MoveNumberCommand(MaskedNumberId NumberId, string? OwnerEmail, PlanId PlanId, bool SharesSubscription) : IRequest<Result>;
