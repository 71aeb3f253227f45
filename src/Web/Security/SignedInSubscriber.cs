using System.Security.Claims;
using MaskedVoicemail.Domain.Accounts;

namespace MaskedVoicemail.Web.Security;

public static class SignedInSubscriber
{
    /// <summary>Who is signed in. An account's id is its subscriber's, too.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static SubscriberId SubscriberId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new SubscriberId(id)
            : throw new InvalidOperationException("Nobody is signed in.");
}
