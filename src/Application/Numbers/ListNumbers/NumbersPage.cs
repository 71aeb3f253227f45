namespace MaskedVoicemail.Application.Numbers.ListNumbers;

/// <param name="Items">At most <see cref="ListNumbersQuery.PageSize"/>.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="HasMore">Whether older ones follow.</param>
public sealed record NumbersPage(IReadOnlyList<NumberListItem> Items, int Page, bool HasMore);
