using System.Diagnostics;
using MaskedVoicemail.Integration.Tests.Support;

namespace MaskedVoicemail.Fault.Tests.Support;

/// <summary>A place where the program runs: as one process after the other, under the same settings.</summary>
public sealed class Node(string name, string folder, IReadOnlyDictionary<string, string> environment) : IAsyncDisposable
{
    private readonly List<DateTimeOffset> _interruptions = [];
    private readonly List<string> _output = [];
    private ProgramProcess? _process;
    private HttpClient? _client;
    private int _answers;

    public string Name => name;

    /// <summary>Where it listens; null while it does not.</summary>
    public Uri? Address { get; private set; }

    public bool Listens => Address is not null;

    /// <summary>When it was killed, put to sleep or cut off: whatever it was about to write down then may never have been.</summary>
    public IReadOnlyList<DateTimeOffset> Interruptions => _interruptions;

    /// <summary>How many webhooks the present process has answered well.</summary>
    public int Answers => Volatile.Read(ref _answers);

    /// <summary>All that its processes have printed: warnings and worse, by the settings.</summary>
    public string Output => string.Join(Environment.NewLine, [.. _output, _process?.Output]);

    /// <summary>Asks this very node, past the proxy.</summary>
    public HttpClient Client => _client ?? throw new InvalidOperationException($"Node {name} does not listen.");

    public void Start()
    {
        Volatile.Write(ref _answers, 0);
        _process = ProgramProcess.Start(folder, environment);
    }

    public async Task ListensAsync()
    {
        _client?.Dispose();
        _client = await Running.ListensAsync();
        Address = _client.BaseAddress;
    }

    public async Task StartAndListenAsync()
    {
        Start();
        await ListensAsync();
    }

    /// <summary><c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        Address = null;
        Interrupt();
        Running.Kill();
        await EndAsync();
    }

    /// <summary><c>SIGTERM</c>, as orchestrators stop a node; waits for its end.</summary>
    public async Task<ProgramRun> TerminateAsync()
    {
        Send("TERM");
        var run = await Running.EndAsync();
        Address = null;
        await EndAsync();
        return run;
    }

    /// <summary>The process stands still, its connections stay open: a long pause of the machine.</summary>
    public void Freeze()
    {
        Interrupt();
        Send("STOP");
    }

    public void Thaw() => Send("CONT");

    /// <summary>Something that it needs is taken from it.</summary>
    public void Interrupt() => _interruptions.Add(DateTimeOffset.UtcNow);

    internal void HasAnswered(bool well)
    {
        if (well)
        {
            Interlocked.Increment(ref _answers);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await EndAsync();
        }

        _client?.Dispose();
    }

    private ProgramProcess Running => _process ?? throw new InvalidOperationException($"Node {name} does not run.");

    private async Task EndAsync()
    {
        await Running.DisposeAsync();
        _output.Add(Running.Output);
        _process = null;
    }

    private void Send(string signal)
    {
        using var kill = Process.Start("/bin/kill", [$"-{signal}", $"{Running.Id}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }
}
