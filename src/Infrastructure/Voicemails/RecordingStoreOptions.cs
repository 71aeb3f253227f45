using MaskedVoicemail.Infrastructure.Voicemails.S3;

namespace MaskedVoicemail.Infrastructure.Voicemails;

/// <summary>Bound from <c>Recordings</c>.</summary>
internal sealed class RecordingStoreOptions
{
    public const string Section = "Recordings";

    public RecordingStoreProvider Provider { get; set; }

    /// <summary>The folder; a relative path starts at the content root.</summary>
    public string Path { get; set; } = "data/recordings";

    public S3Options S3 { get; set; } = new();
}
