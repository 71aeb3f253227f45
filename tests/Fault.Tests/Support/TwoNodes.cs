using MaskedVoicemail.Integration.Tests.Support;

namespace MaskedVoicemail.Fault.Tests.Support;

/// <summary>Two nodes on one PostgreSQL database and one folder, both running.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private readonly PostgreSqlInstallation _installation = new();
    private Cluster? _cluster;

    public Cluster Cluster => _cluster ?? throw new InvalidOperationException("They are not started.");

    public async ValueTask InitializeAsync()
    {
        await _installation.InitializeAsync();
        _cluster = await Cluster.CreateAsync(_installation, nodes: 2);
        await _cluster.StartAndRunInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        await _installation.DisposeAsync();
    }
}
