using MaskedVoicemail.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MaskedVoicemail.Infrastructure.Persistence.Configurations;

internal sealed class EndedSessionConfiguration : IEntityTypeConfiguration<EndedSession>
{
    public void Configure(EntityTypeBuilder<EndedSession> builder)
    {
        builder.ToTable("EndedSessions");
        builder.HasKey(session => session.Id);
        builder.Property(session => session.Id).HasMaxLength(EndedSession.IdMaxLength);
        builder.HasIndex(session => session.Until);
    }
}
