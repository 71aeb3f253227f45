namespace MaskedVoicemail.Infrastructure.Voicemails;

public enum RecordingStoreProvider
{
    /// <summary>A folder of this machine, or one that all nodes mount.</summary>
    FileSystem,

    /// <summary>A bucket of any S3-compatible server.</summary>
    S3,
}
