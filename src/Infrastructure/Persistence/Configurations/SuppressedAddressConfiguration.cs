using MaskedVoicemail.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MaskedVoicemail.Infrastructure.Persistence.Configurations;

internal sealed class SuppressedAddressConfiguration : IEntityTypeConfiguration<SuppressedAddress>
{
    public void Configure(EntityTypeBuilder<SuppressedAddress> builder)
    {
        builder.HasKey(suppressed => suppressed.Address);
        builder.Property(suppressed => suppressed.Address).HasMaxLength(Notification.RecipientMaxLength);
    }
}
