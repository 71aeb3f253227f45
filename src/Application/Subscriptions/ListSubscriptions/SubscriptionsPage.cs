namespace MaskedVoicemail.Application.Subscriptions.ListSubscriptions;

/// <param name="Items">At most <see cref="ListSubscriptionsQuery.PageSize"/>.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="HasMore">Whether older ones follow.</param>
public sealed record SubscriptionsPage(IReadOnlyList<SubscriptionListItem> Items, int Page, bool HasMore);
