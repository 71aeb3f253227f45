namespace MaskedVoicemail.Application.Notifications.ListNotifications;

public enum NotificationFilter
{
    All,

    /// <summary>The recipient's server has it.</summary>
    Delivered,

    /// <summary>Taken by the provider, and nothing final was reported.</summary>
    OnItsWay,

    /// <summary>Refused by the other side, dropped by the provider, or called spam.</summary>
    CameBack,

    /// <summary>Suppressed, or refused by the provider.</summary>
    NotSent,
}
