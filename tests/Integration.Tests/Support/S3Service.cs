using MaskedVoicemail.Delivery.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>Keeps its recordings in a bucket.</summary>
public sealed class S3Service : SqliteService
{
    private S3Server? _s3;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_s3 is not null)
        {
            await _s3.DisposeAsync();
        }
    }

    protected override async Task CreateDatabaseAsync()
    {
        await base.CreateDatabaseAsync();
        _s3 = await S3Server.StartAsync();
    }

    protected override void ConfigureDatabase(IWebHostBuilder builder)
    {
        base.ConfigureDatabase(builder);
        foreach (var (key, value) in _s3!.Settings)
        {
            builder.UseSetting(key, value);
        }
    }
}
