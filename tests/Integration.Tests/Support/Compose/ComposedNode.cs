using System.Net;

namespace MaskedVoicemail.Integration.Tests.Support.Compose;

/// <summary>A web node with the environment of the compose file, in a folder of its own, at an address that it keeps.</summary>
public sealed class ComposedNode : IAsyncDisposable
{
    private readonly Dictionary<string, string> _environment;
    private readonly HttpClient _http;
    private ProgramProcess? _process;

    internal ComposedNode(string name, IReadOnlyDictionary<string, string> environment, string folder)
    {
        Name = name;
        Folder = folder;
        _environment = new Dictionary<string, string>(environment) { ["ASPNETCORE_URLS"] = Address.OriginalString };
        _http = new HttpClient { BaseAddress = Address };
    }

    public string Name { get; }

    /// <summary>What the image calls /app: here nothing is to be kept.</summary>
    public string Folder { get; }

    public Uri Address { get; } = FreePort.Address();

    public string Output => _process!.Output;

    /// <summary>Starts it, if it does not run, and waits until it can serve.</summary>
    public async Task RunsAsync()
    {
        if (_process is null)
        {
            Directory.CreateDirectory(Folder);
            _process = ProgramProcess.Start(Folder, _environment);
        }

        await Eventually.IsSoAsync(IsReadyAsync, $"{Name} can serve", () => _process.Output);
    }

    /// <summary>As a power cut does.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.EndAsync();
        _process = null;
    }

    /// <summary>As an orchestrator does: asked to end.</summary>
    public async Task<ProgramRun> StopAsync()
    {
        await _process!.TerminateAsync();
        var run = await _process.EndAsync();
        await _process.DisposeAsync();
        _process = null;
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await _http.GetAsync("/readyz", TestContext.Current.CancellationToken);
            return answer.StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
