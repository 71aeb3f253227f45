using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>The built program as a process, as operators start it: with arguments, an environment and a working folder.</summary>
public sealed partial class ProgramProcess : IAsyncDisposable
{
    /// <summary>The program that was built with the tests, or another build of it.</summary>
    private static readonly string Program =
        System.Environment.GetEnvironmentVariable("TEST_PROGRAM") is { Length: > 0 } path ? path : Path.Combine(AppContext.BaseDirectory, "MaskedVoicemail.Web.dll");

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private ProgramProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_errors, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

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

    /// <summary>What the process has in memory of the libraries' code and metadata, in KiB (proc_pid_smaps(5)).</summary>
    public long ResidentLibraries() => ReadOnlyLibrary().Matches(File.ReadAllText($"/proc/{Id}/smaps")).Sum(mapping => long.Parse(mapping.Groups["size"].ValueSpan, CultureInfo.InvariantCulture));

    /// <summary>Runs a command to its end.</summary>
    public static async Task<ProgramRun> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        await using var program = Start(folder, environment, arguments);
        return await program.EndAsync();
    }

    public static ProgramProcess Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ProgramProcess(Process.Start(start)!);
    }

    /// <summary>Waits for the end of the program.</summary>
    public async Task<ProgramRun> EndAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience.Limit);
        await _process.WaitForExitAsync(patience.Token);
        return new ProgramRun(_process.ExitCode, _output.ToString(), _errors.ToString());
    }

    /// <summary>Waits until the server listens.</summary>
    /// <returns>A client of its address.</returns>
    public async Task<HttpClient> ListensAsync()
    {
        await PrintsAsync("Now listening on: ");
        return new HttpClient { BaseAddress = new Uri(Address().Match(Output).Groups["address"].Value) };
    }

    /// <summary>Waits until a text is printed.</summary>
    public async Task PrintsAsync(string text)
    {
        var waited = Stopwatch.StartNew();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            Assert.False(_process.HasExited || waited.Elapsed > Patience.Limit, $"The program never printed: {text}{Environment.NewLine}{Output}{_errors}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Ends it at once, without a chance to tidy up: <c>kill -9</c>.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Asks it to end, as orchestrators do: <c>kill -TERM</c>.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("sh", ["-c", $"kill -TERM {_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.AppendLine(line);
            }
        }
    }

    [GeneratedRegex(@"^[0-9a-f]+-[0-9a-f]+ r-\S+ .*\.dll\n(?:\w+: .*\n)*?Rss: +(?<size>\d+) kB$", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex ReadOnlyLibrary();

    [GeneratedRegex(@"Now listening on: (?<address>http\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
