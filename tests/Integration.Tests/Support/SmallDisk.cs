using System.Diagnostics;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>
/// A folder that can be filled up. Where this process may mount, it is a file system of its own of 1 MiB. Elsewhere the folder is obstructed instead:
/// a file stands where the store makes its folder for downloads, so each attempt to write fails as on a full disk, with an IOException.
/// </summary>
public sealed class SmallDisk : IDisposable
{
    private const int Size = 1024 * 1024;

    private readonly bool _isMounted;

    public SmallDisk()
    {
        _isMounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={Size}", "tmpfs", Path);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("masked-voicemail-disk-").FullName;

    private string Filling => System.IO.Path.Combine(Path, _isMounted ? "filling" : "incoming");

    public void Fill()
    {
        if (!_isMounted)
        {
            Directory.Delete(Filling, recursive: true);
            File.WriteAllText(Filling, "");
            return;
        }

        using var file = File.OpenHandle(Filling, FileMode.Create, FileAccess.Write);
        var page = new byte[4096];
        var isFull = false;
        for (var offset = 0; !isFull; offset += page.Length)
        {
            Assert.InRange(offset, 0, Size);
            try
            {
                RandomAccess.Write(file, page, offset);
            }
            catch (IOException)
            {
                isFull = true;
            }
        }
    }

    public void Free() => File.Delete(Filling);

    public void Dispose()
    {
        if (_isMounted)
        {
            Run("umount", "--lazy", Path);
        }

        Directory.Delete(Path, recursive: true);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
