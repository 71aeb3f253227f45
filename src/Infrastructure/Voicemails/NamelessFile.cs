namespace MaskedVoicemail.Infrastructure.Voicemails;

/// <summary>A file for a short while in the machine's temporary folder. However the process ends, nothing of it stays.</summary>
internal static class NamelessFile
{
    public static FileStream Create()
    {
        var path = Path.Combine(Path.GetTempPath(), $"masked-voicemail-{Guid.NewGuid():N}");
        var file = new FileStream(path, RecordingFolder.PrivateFile(FileOptions.DeleteOnClose));
        if (!OperatingSystem.IsWindows())
        {
            // Windows deletes it with its last handle; elsewhere a name would outlive a killed process, and open files need none.
            File.Delete(path);
        }

        return file;
    }
}
