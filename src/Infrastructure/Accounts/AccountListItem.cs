using MaskedVoicemail.Domain.Accounts;

namespace MaskedVoicemail.Infrastructure.Accounts;

/// <param name="IsConfirmed">The e-mail address is known to be theirs.</param>
/// <param name="LockedUntil">Until when nobody can sign in with it; <see cref="DateTimeOffset.MaxValue"/> for good. Null or past: not locked.</param>
/// <param name="Numbers">How many masked numbers they have.</param>
public sealed record AccountListItem(
    SubscriberId Id, string Email, bool IsAdministrator, bool IsConfirmed, DateTimeOffset? LockedUntil, int Numbers, DateTimeOffset? CreatedAt)
{
    public bool IsLockedAt(DateTimeOffset now) => LockedUntil > now;

    /// <summary>By an administrator, not by mistyped passwords.</summary>
    public bool IsLockedForGood => LockedUntil == DateTimeOffset.MaxValue;
}
