using MaskedVoicemail.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MaskedVoicemail.Infrastructure.Persistence.Configurations;

internal sealed class SubscriberConfiguration : IEntityTypeConfiguration<Subscriber>
{
    public void Configure(EntityTypeBuilder<Subscriber> builder)
    {
        builder.Property(subscriber => subscriber.Id).ValueGeneratedNever();
        builder.Property(subscriber => subscriber.Email).HasMaxLength(Subscriber.EmailMaxLength);
        builder.Property(subscriber => subscriber.TimeZone).HasMaxLength(Subscriber.TimeZoneMaxLength);
    }
}
