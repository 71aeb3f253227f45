using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;

namespace MaskedVoicemail.Application.Numbers.AssignNumber;

/// <summary>An administrator gives a Twilio number to an account.</summary>
/// <param name="Number">The number at Twilio.</param>
/// <param name="OwnerEmail">The address of an account that exists.</param>
/// <param name="PlanId">The plan of its subscription.</param>
/// <param name="SharesSubscription">Uses the owner's active subscription to the plan, if there is one.</param>
/// <param name="Language">The language in which callers are spoken to.</param>
/// <param name="Target">The phone to forward to; empty leaves forwarding off until the owner enters one.</param>
public sealed record AssignNumberCommand(
    string? Number, string? OwnerEmail, PlanId PlanId, bool SharesSubscription, Language Language, string? Target) : IRequest<Result<MaskedNumberId>>;
