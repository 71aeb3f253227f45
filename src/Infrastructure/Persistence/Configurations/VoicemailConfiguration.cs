using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Domain.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MaskedVoicemail.Infrastructure.Persistence.Configurations;

internal sealed class VoicemailConfiguration : IEntityTypeConfiguration<Voicemail>
{
    public void Configure(EntityTypeBuilder<Voicemail> builder)
    {
        builder.Property(voicemail => voicemail.Id).ValueGeneratedNever();
        builder.Property(voicemail => voicemail.RecordingSid).HasMaxLength(Voicemail.SidMaxLength);
        builder.HasIndex(voicemail => voicemail.RecordingSid).IsUnique();
        builder.HasIndex(voicemail => new { voicemail.OwnerId, voicemail.ReceivedAt, voicemail.Id });
        builder.HasIndex(voicemail => voicemail.CallId);

        // The count on every page and the smaller folders must not read a whole large mailbox; and the count asks for nothing that is not in its index.
        builder.HasIndex(voicemail => new { voicemail.OwnerId, voicemail.ReceivedAt, voicemail.Id }, "IX_Voicemails_New")
            .HasFilter("NOT \"IsSealed\" AND \"HeardAt\" IS NULL AND \"ArchivedAt\" IS NULL AND \"DeletedAt\" IS NULL AND \"Status\" IN ('Recorded', 'Stored', 'Ready', 'Failed')");
        builder.HasIndex(voicemail => new { voicemail.OwnerId, voicemail.ReceivedAt, voicemail.Id }, "IX_Voicemails_Archived")
            .HasFilter("\"ArchivedAt\" IS NOT NULL AND \"DeletedAt\" IS NULL");
        builder.HasIndex(voicemail => new { voicemail.OwnerId, voicemail.ReceivedAt, voicemail.Id }, "IX_Voicemails_Deleted")
            .HasFilter("\"DeletedAt\" IS NOT NULL");

        // What the sweep looks for: callers who were asked for a message that nobody has reported on.
        builder.HasIndex(voicemail => voicemail.ReceivedAt, "IX_Voicemails_Expected").HasFilter("\"Status\" = 'Expected'");

        // What quota opens when it returns.
        builder.HasIndex(voicemail => new { voicemail.SubscriptionId, voicemail.ReceivedAt }, "IX_Voicemails_Sealed").HasFilter("\"IsSealed\"");
        builder.Property(voicemail => voicemail.CallerName).HasMaxLength(Call.CallerNameMaxLength);
        builder.Property(voicemail => voicemail.AudioContentType).HasMaxLength(Voicemail.ContentTypeMaxLength);
        builder.Property(voicemail => voicemail.AudioSha256).HasMaxLength(64);
        builder.Property(voicemail => voicemail.Transcript).HasMaxLength(Voicemail.TranscriptMaxLength);
    }
}
