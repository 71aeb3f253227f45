using MaskedVoicemail.Domain.Notifications;

namespace MaskedVoicemail.Application.Notifications.RecordDeliveries;

/// <summary>What the provider says became of one mail.</summary>
/// <param name="NotificationId">The reference that the mail carried.</param>
/// <param name="Recipient">Whom the report is about.</param>
/// <param name="State">What happened; <see cref="DeliveryState.Unknown"/> where it only says that the provider has the mail.</param>
/// <param name="At">When, by the provider's clock.</param>
/// <param name="Reason">What the other side said, without addresses.</param>
/// <param name="Suppresses">Why no further mail goes to the recipient, or null where nothing speaks against it.</param>
public sealed record DeliveryReport(
    NotificationId NotificationId, string Recipient, DeliveryState State, DateTimeOffset At, string? Reason, SuppressionReason? Suppresses);
