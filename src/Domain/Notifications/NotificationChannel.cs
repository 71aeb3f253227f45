namespace MaskedVoicemail.Domain.Notifications;

public enum NotificationChannel
{
    Email,
}
