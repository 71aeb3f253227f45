using MaskedVoicemail.Domain.Notifications;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Application.Notifications.ListNotifications;

/// <param name="Recipient">Whom it is for.</param>
/// <param name="Number">The masked number of the message that it announces.</param>
/// <param name="CreatedAt">When it was to be sent.</param>
/// <param name="Status">Whether the provider took it.</param>
/// <param name="Delivery">What became of it then.</param>
/// <param name="DeliveryAt">When.</param>
/// <param name="DeliveryReason">What the other side said.</param>
public sealed record NotificationItem(
    string Recipient,
    PhoneNumber Number,
    DateTimeOffset CreatedAt,
    NotificationStatus Status,
    DeliveryState Delivery,
    DateTimeOffset? DeliveryAt,
    string? DeliveryReason);
