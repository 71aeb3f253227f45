using MaskedVoicemail.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MaskedVoicemail.Infrastructure.Persistence.Configurations;

internal sealed class AttemptsConfiguration : IEntityTypeConfiguration<Attempts>
{
    public void Configure(EntityTypeBuilder<Attempts> builder)
    {
        builder.ToTable("Attempts");
        builder.HasKey(attempts => attempts.Name);
        builder.Property(attempts => attempts.Name).HasMaxLength(Attempts.NameMaxLength);
        builder.HasIndex(attempts => attempts.EndsAt);
    }
}
