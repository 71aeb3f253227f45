using MaskedVoicemail.Domain.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MaskedVoicemail.Infrastructure.Persistence.Configurations;

internal sealed class SweepMarkConfiguration : IEntityTypeConfiguration<SweepMark>
{
    public void Configure(EntityTypeBuilder<SweepMark> builder)
    {
        builder.HasKey(mark => mark.Name);
        builder.Property(mark => mark.Name).HasMaxLength(SweepMark.NameMaxLength);
    }
}
