using System.Diagnostics;
using System.Text;

namespace MaskedVoicemail.Integration.Tests.Support.Compose;

/// <summary>The proxy that <c>CADDY_PATH</c> names, with the repository's configuration; <c>test.sh</c> finds or gets one.</summary>
internal sealed class CaddyProcess : IAsyncDisposable
{
    public const string SkipReason = $"{Variable} names no Caddy. Run ./test.sh, or set it.";

    private const string Variable = "CADDY_PATH";

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private CaddyProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Without one the tests that need it are skipped, except in CI, where they fail.</summary>
    public static bool IsMissing => Program is null && Environment.GetEnvironmentVariable("CI") is not "true";

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    private static string? Program => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? path : null;

    /// <param name="command">What is done with the configuration: <c>run</c>, <c>validate</c>.</param>
    /// <param name="environment">What the configuration refers to.</param>
    /// <param name="folder">For what it keeps.</param>
    public static CaddyProcess Start(string command, IReadOnlyDictionary<string, string> environment, string folder)
    {
        var program = Program ?? throw new InvalidOperationException(SkipReason);
        var start = new ProcessStartInfo(program, [command, "--config", Checkout.File("deploy/Caddyfile"), "--adapter", "caddyfile"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_DATA_HOME"] = folder;
        start.Environment["XDG_CONFIG_HOME"] = folder;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new CaddyProcess(Process.Start(start)!);
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Append(string? line)
    {
        if (line is not null)
        {
            lock (_output)
            {
                _output.AppendLine(line);
            }
        }
    }
}
