using MaskedVoicemail.Domain.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MaskedVoicemail.Infrastructure.Persistence.Configurations;

internal sealed class CallConfiguration : IEntityTypeConfiguration<Call>
{
    public void Configure(EntityTypeBuilder<Call> builder)
    {
        // No foreign keys: the row is written on the hot path, and numbers and subscriptions are never deleted under it.
        builder.Property(call => call.Id).ValueGeneratedNever();
        builder.Property(call => call.Sid).HasMaxLength(Call.SidMaxLength);
        builder.HasIndex(call => call.Sid).IsUnique();
        builder.HasIndex(call => new { call.OwnerId, call.StartedAt, call.Id });

        // What the sweep looks for: calls whose end nobody has reported.
        builder.HasIndex(call => call.StartedAt, "IX_Calls_InProgress").HasFilter("\"Outcome\" = 'InProgress'");
        builder.Property(call => call.CallerName).HasMaxLength(Call.CallerNameMaxLength);
        builder.Property(call => call.DialStatus).HasMaxLength(DialResult.StatusMaxLength);
    }
}
