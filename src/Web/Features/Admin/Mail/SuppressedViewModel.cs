using MaskedVoicemail.Application.Notifications.ListSuppressedAddresses;
using MaskedVoicemail.Web.Features.Shared;

namespace MaskedVoicemail.Web.Features.Admin.Mail;

public sealed record SuppressedViewModel(SuppressedAddressesPage Page)
{
    public const string Path = "/admin/mail/suppressed";

    public Pager Pager => ListUrl.PagerOf(Path, search: null, Page.Page, Page.HasMore);
}
