using MaskedVoicemail.Domain.Notifications;

namespace MaskedVoicemail.Application.Voicemails.GetVoicemail;

/// <summary>The mail that announced a message, and what became of it.</summary>
public sealed record MessageAnnouncement(NotificationStatus Status, DateTimeOffset? SentAt, DeliveryState Delivery, DateTimeOffset? DeliveryAt);
