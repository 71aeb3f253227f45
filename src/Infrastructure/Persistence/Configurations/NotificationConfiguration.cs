using MaskedVoicemail.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MaskedVoicemail.Infrastructure.Persistence.Configurations;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.Property(notification => notification.Id).ValueGeneratedNever();
        builder.Property(notification => notification.Recipient).HasMaxLength(Notification.RecipientMaxLength);
        builder.Property(notification => notification.ProviderMessageId).HasMaxLength(Notification.ProviderMessageIdMaxLength);
        builder.Property(notification => notification.DeliveryReason).HasMaxLength(Notification.DeliveryReasonMaxLength);

        // Rows of earlier versions, and those that a node of an earlier version adds during an upgrade.
        builder.Property(notification => notification.Delivery).HasDefaultValue(DeliveryState.Unknown);

        // The few that came back are found without reading the many that arrived.
        builder.HasIndex(notification => new { notification.Delivery, notification.Id });
        builder.HasIndex(notification => new { notification.Status, notification.Id });
        builder.HasIndex(notification => new { notification.VoicemailId, notification.Channel, notification.Recipient }).IsUnique();
    }
}
