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
        builder.Property(voicemail => voicemail.CallerName).HasMaxLength(Call.CallerNameMaxLength);
        builder.Property(voicemail => voicemail.AudioContentType).HasMaxLength(Voicemail.ContentTypeMaxLength);
        builder.Property(voicemail => voicemail.AudioSha256).HasMaxLength(64);
        builder.Property(voicemail => voicemail.Transcript).HasMaxLength(Voicemail.TranscriptMaxLength);
    }
}
