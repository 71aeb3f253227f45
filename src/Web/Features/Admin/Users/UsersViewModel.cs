using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Web.Features.Shared;

namespace MaskedVoicemail.Web.Features.Admin.Users;

/// <param name="Now">To tell who is locked.</param>
public sealed record UsersViewModel(AccountsPage Page, string? Search, DateTimeOffset Now)
{
    public const string Path = "/admin/users";

    public Pager Pager => ListUrl.PagerOf(Path, Search, Page.Page, Page.HasMore);
}
