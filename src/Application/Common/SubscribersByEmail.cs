using MaskedVoicemail.Domain.Accounts;

namespace MaskedVoicemail.Application.Common;

internal static class SubscribersByEmail
{
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Translated to SQL, which has no cultures and no comparers.
    /// <summary>Whose address this is, however it is capitalized.</summary>
    public static IQueryable<Subscriber> WithEmail(this IQueryable<Subscriber> subscribers, string email)
    {
        var address = email.Trim();
        return subscribers.Where(subscriber => subscriber.Email.ToLower() == address.ToLower());
    }

    /// <summary>Whose address contains this, however it is capitalized.</summary>
    public static IQueryable<Subscriber> WithEmailLike(this IQueryable<Subscriber> subscribers, string part)
    {
        var wanted = part.Trim();
        return subscribers.Where(subscriber => subscriber.Email.ToLower().Contains(wanted.ToLower()));
    }
#pragma warning restore CA1304, CA1311, CA1862, MA0011
}
