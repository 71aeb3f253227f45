namespace MaskedVoicemail.Infrastructure.Accounts;

/// <param name="Items">At most <see cref="AccountDirectory.PageSize"/>.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="HasMore">Whether more follow.</param>
public sealed record AccountsPage(IReadOnlyList<AccountListItem> Items, int Page, bool HasMore);
