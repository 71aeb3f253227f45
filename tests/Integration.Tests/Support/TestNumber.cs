using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>A masked number and whose it is.</summary>
/// <param name="E164">The number.</param>
public sealed record TestNumber(string E164, MaskedNumberId Id, SubscriberId OwnerId, SubscriptionId SubscriptionId, string OwnerEmail);
