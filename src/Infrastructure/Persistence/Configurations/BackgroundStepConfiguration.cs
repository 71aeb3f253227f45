using MaskedVoicemail.Domain.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MaskedVoicemail.Infrastructure.Persistence.Configurations;

internal sealed class BackgroundStepConfiguration : IEntityTypeConfiguration<BackgroundStep>
{
    public void Configure(EntityTypeBuilder<BackgroundStep> builder)
    {
        builder.HasKey(step => new { step.VoicemailId, step.Kind });
        builder.HasIndex(step => new { step.State, step.DueAt });

        // For the oldest that are due of each kind, however many are due or done.
        builder.HasIndex(step => new { step.Kind, step.DueAt }, "IX_BackgroundSteps_Due").HasFilter("\"State\" = 'Due'");
        builder.Property(step => step.LastError).HasMaxLength(BackgroundStep.LastErrorMaxLength);

        // Two runs of one step never both count: the later one to save sees that the row moved on.
        builder.Property(step => step.Run).IsConcurrencyToken();
        builder.Property(step => step.State).IsConcurrencyToken();
    }
}
