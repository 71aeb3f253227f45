using Microsoft.AspNetCore.Hosting;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>Keeps its recordings on a disk that can be full.</summary>
public sealed class SmallDiskService : SqliteService
{
    public SmallDisk Disk { get; } = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Disk.Dispose();
    }

    protected override void ConfigureDatabase(IWebHostBuilder builder)
    {
        base.ConfigureDatabase(builder);
        builder.UseSetting("Recordings:Path", Disk.Path);
    }
}
