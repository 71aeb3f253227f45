using MaskedVoicemail.Infrastructure.Accounts;

namespace MaskedVoicemail.Web.Features.Admin.Users;

/// <param name="Account">The account.</param>
/// <param name="IsOwn">It is the reader's own.</param>
/// <param name="IsLocked">Nobody can sign in with it at the moment.</param>
public sealed record UserViewModel(AccountListItem Account, bool IsOwn, bool IsLocked);
