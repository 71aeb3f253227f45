namespace MaskedVoicemail.Application.Notifications.ListSuppressedAddresses;

/// <param name="Items">At most <see cref="ListSuppressedAddressesQuery.PageSize"/>.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="HasMore">Whether more follow.</param>
public sealed record SuppressedAddressesPage(IReadOnlyList<SuppressedAddressItem> Items, int Page, bool HasMore);
