using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Notifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Notifications.ListNotifications;

internal sealed class ListNotificationsQueryHandler(IAppDbContext db) : IRequestHandler<ListNotificationsQuery, NotificationsPage>
{
    public async Task<NotificationsPage> Handle(ListNotificationsQuery request, CancellationToken cancellationToken)
    {
        var page = Math.Clamp(request.Page, 1, int.MaxValue / ListNotificationsQuery.PageSize);

        // Taken page by page before anything is joined to it; a version 7 UUID sorts by time.
        var notifications = Filtered(request.Filter)
            .OrderByDescending(notification => notification.Id)
            .Skip((page - 1) * ListNotificationsQuery.PageSize)
            .Take(ListNotificationsQuery.PageSize + 1);
        var items = await (
            from notification in notifications
            join voicemail in db.Voicemails on notification.VoicemailId equals voicemail.Id
            join number in db.MaskedNumbers on voicemail.NumberId equals number.Id
            orderby notification.Id descending
            select new NotificationItem(
                notification.Recipient,
                number.Number,
                notification.CreatedAt,
                notification.Status,
                notification.Delivery,
                notification.DeliveryAt,
                notification.DeliveryReason)).ToListAsync(cancellationToken);
        return new NotificationsPage([.. items.Take(ListNotificationsQuery.PageSize)], page, items.Count > ListNotificationsQuery.PageSize);
    }

    private IQueryable<Notification> Filtered(NotificationFilter filter) => filter switch
    {
        NotificationFilter.Delivered => db.Notifications.Where(row => row.Delivery == DeliveryState.Delivered),
        NotificationFilter.OnItsWay => db.Notifications.Where(row =>
            row.Status == NotificationStatus.Pending
            || row.Delivery == DeliveryState.Deferred
            || (row.Status == NotificationStatus.Sent && row.Delivery == DeliveryState.Unknown)),
        NotificationFilter.CameBack => db.Notifications.Where(row =>
            row.Delivery == DeliveryState.Bounced || row.Delivery == DeliveryState.Dropped || row.Delivery == DeliveryState.SpamReported),
        NotificationFilter.NotSent => db.Notifications.Where(row =>
            row.Status == NotificationStatus.Failed || row.Status == NotificationStatus.Suppressed),
        _ => db.Notifications,
    };
}
