using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>A masked number that can be rung, and what its owner has set.</summary>
public sealed record CallableNumber(PhoneNumber Number, string OwnerEmail, ForwardingSettings Forwarding, SubscriptionStatus Subscription);
