using MaskedVoicemail.Delivery.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>Has its messages written out by a server of its own.</summary>
public sealed class TranscribingService : SqliteService
{
    internal TranscriptionServer Transcriber { get; private set; } = null!;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Transcriber.DisposeAsync();
    }

    protected override async Task CreateDatabaseAsync()
    {
        await base.CreateDatabaseAsync();
        Transcriber = await TranscriptionServer.StartAsync();
    }

    protected override void ConfigureDatabase(IWebHostBuilder builder)
    {
        base.ConfigureDatabase(builder);
        foreach (var (key, value) in Transcriber.Settings)
        {
            builder.UseSetting(key, value);
        }
    }
}
