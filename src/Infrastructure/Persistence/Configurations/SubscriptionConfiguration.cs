using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MaskedVoicemail.Infrastructure.Persistence.Configurations;

internal sealed class SubscriptionConfiguration : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.Property(subscription => subscription.Id).ValueGeneratedNever();
        builder.Ignore(subscription => subscription.Forwarding);
        builder.Ignore(subscription => subscription.Voicemails);
        builder.HasIndex(subscription => subscription.PeriodEnd);
        builder.HasOne<Subscriber>().WithMany().HasForeignKey(subscription => subscription.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Plan>().WithMany().HasForeignKey(subscription => subscription.PlanId).OnDelete(DeleteBehavior.Restrict);
    }
}
