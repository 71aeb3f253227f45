using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MaskedVoicemail.Infrastructure.Persistence.Configurations;

internal sealed class MaskedNumberConfiguration : IEntityTypeConfiguration<MaskedNumber>
{
    public void Configure(EntityTypeBuilder<MaskedNumber> builder)
    {
        builder.Property(number => number.Id).ValueGeneratedNever();
        builder.HasIndex(number => number.Number).IsUnique();
        builder.HasIndex(number => number.OwnerId);
        builder.Property(number => number.Version).IsConcurrencyToken();
        builder.HasOne<Subscriber>().WithMany().HasForeignKey(number => number.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(number => number.SubscriptionId).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(number => number.Forwarding, forwarding =>
        {
            forwarding.Property(settings => settings.Greeting).HasMaxLength(ForwardingSettings.GreetingMaxLength);
            forwarding.Property(settings => settings.FinishOnKey).HasMaxLength(FinishKey.Any.Length);
            forwarding.Property(settings => settings.EmailForVoicemail).HasMaxLength(ForwardingSettings.EmailMaxLength);
        });
    }
}
