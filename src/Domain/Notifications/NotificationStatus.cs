namespace MaskedVoicemail.Domain.Notifications;

public enum NotificationStatus
{
    /// <summary>To be sent; whether an attempt reached the provider is not known.</summary>
    Pending,

    /// <summary>The provider took it.</summary>
    Sent,

    /// <summary>The provider refused it for good.</summary>
    Failed,

    /// <summary>Not sent: mail to its recipient comes back. The message waits in the portal.</summary>
    Suppressed,
}
