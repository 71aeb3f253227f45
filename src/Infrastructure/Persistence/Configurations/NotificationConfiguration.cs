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
        builder.HasIndex(notification => new { notification.VoicemailId, notification.Channel, notification.Recipient }).IsUnique();
    }
}
