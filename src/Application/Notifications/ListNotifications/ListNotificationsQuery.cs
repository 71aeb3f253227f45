using MediatR;

namespace MaskedVoicemail.Application.Notifications.ListNotifications;

/// <summary>The mails that announced messages, newest first.</summary>
/// <param name="Filter">What became of them.</param>
/// <param name="Page">From 1.</param>
public sealed record ListNotificationsQuery(NotificationFilter Filter = NotificationFilter.All, int Page = 1) : IRequest<NotificationsPage>
{
    public const int PageSize = 20;
}
