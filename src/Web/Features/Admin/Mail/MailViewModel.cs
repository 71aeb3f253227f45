using MaskedVoicemail.Application.Notifications.ListNotifications;
using MaskedVoicemail.Web.Features.Shared;

namespace MaskedVoicemail.Web.Features.Admin.Mail;

public sealed record MailViewModel(NotificationsPage Page, NotificationFilter Filter)
{
    public const string Path = "/admin/mail";

    private static readonly Dictionary<NotificationFilter, string> Names = new()
    {
        [NotificationFilter.Delivered] = "delivered",
        [NotificationFilter.OnItsWay] = "on-its-way",
        [NotificationFilter.CameBack] = "came-back",
        [NotificationFilter.NotSent] = "not-sent",
    };

    public Pager Pager => ListUrl.PagerOf(Path, search: null, Page.Page, Page.HasMore, Names.GetValueOrDefault(Filter));

    public static string UrlOf(NotificationFilter filter) => ListUrl.Of(Path, search: null, filter: Names.GetValueOrDefault(filter));

    /// <summary>What stands in an address; anything else shows all.</summary>
    public static NotificationFilter FilterOf(string? name) => Names.FirstOrDefault(pair => pair.Value == name).Key;
}
