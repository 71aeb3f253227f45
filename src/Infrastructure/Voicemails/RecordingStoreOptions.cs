namespace MaskedVoicemail.Infrastructure.Voicemails;

/// <summary>Bound from <c>Recordings</c>.</summary>
internal sealed class RecordingStoreOptions
{
    public const string Section = "Recordings";

    public const string FileSystem = "FileSystem";

    public string Provider { get; set; } = FileSystem;

    /// <summary>The folder; a relative path starts at the content root.</summary>
    public string Path { get; set; } = "data/recordings";
}
