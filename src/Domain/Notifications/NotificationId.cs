namespace MaskedVoicemail.Domain.Notifications;

/// <summary>Identifies a notification; travels with it as an opaque reference.</summary>
/// <param name="Value">A version 7 UUID: sorts by time of creation.</param>
public readonly record struct NotificationId(Guid Value)
{
    public static NotificationId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
