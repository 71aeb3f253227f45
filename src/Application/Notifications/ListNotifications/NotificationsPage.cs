namespace MaskedVoicemail.Application.Notifications.ListNotifications;

/// <param name="Items">At most <see cref="ListNotificationsQuery.PageSize"/>, newest first.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="HasMore">Whether more follow.</param>
public sealed record NotificationsPage(IReadOnlyList<NotificationItem> Items, int Page, bool HasMore);
