using MaskedVoicemail.Domain.Voicemails;

namespace MaskedVoicemail.Domain.Notifications;

/// <summary>One message's announcement to one recipient: there is never a second one of the same voicemail, channel and recipient.</summary>
public sealed class Notification
{
    public const int RecipientMaxLength = 254;
    public const int ProviderMessageIdMaxLength = 200;
    public const int DeliveryReasonMaxLength = 200;

    private Notification()
    {
    }

    public NotificationId Id { get; private set; }

    public VoicemailId VoicemailId { get; private set; }

    public NotificationChannel Channel { get; private set; }

    /// <summary>The address as it was when the first attempt was made.</summary>
    public string Recipient { get; private set; } = null!;

    public NotificationStatus Status { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The provider's name for it, such as SendGrid's <c>X-Message-Id</c>.</summary>
    public string? ProviderMessageId { get; private set; }

    /// <summary>What the provider reported afterwards; <see cref="Status"/> only says that it took the mail.</summary>
    public DeliveryState Delivery { get; private set; }

    /// <summary>When that happened, by the provider's clock.</summary>
    public DateTimeOffset? DeliveryAt { get; private set; }

    /// <summary>What the other side said, without addresses.</summary>
    public string? DeliveryReason { get; private set; }

    public static Notification ByEmail(VoicemailId voicemail, string recipient, DateTimeOffset now) => new()
    {
        Id = NotificationId.New(now),
        VoicemailId = voicemail,
        Channel = NotificationChannel.Email,
        Recipient = recipient,
        CreatedAt = now,
    };

    public void MarkSent(string? providerMessageId, DateTimeOffset now)
    {
        Status = NotificationStatus.Sent;
        ProviderMessageId = providerMessageId;
        SentAt = now;
    }

    public void MarkFailed() => Status = NotificationStatus.Failed;

    public void MarkSuppressed() => Status = NotificationStatus.Suppressed;

    /// <summary>An administrator wants it tried again.</summary>
    public void TryAgain()
    {
        if (Status is NotificationStatus.Failed)
        {
            Status = NotificationStatus.Pending;
        }
    }
}
