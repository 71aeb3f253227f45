using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MaskedVoicemail.Load;

/// <summary>
/// Starts a program and prints after how many ms it gave its first right answer to a call. Until then it is asked every few ms whether it is ready,
/// from a process that is warm, so that what is measured is the program's start and not that of a tool that asks.
/// </summary>
internal static class StartCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly Argument<FileInfo> Program = new("program") { Description = "It gets this process's environment." };
    private static readonly Option<string> Server = new("--server") { Required = true, Description = "Where it will listen." };
    private static readonly Option<string> Ready = new("--ready") { Required = true, Description = "The path that answers 200 once calls may come." };
    private static readonly Option<string> PublicUrl = new("--public-url") { Required = true };
    private static readonly Option<string> Token = new("--token") { Required = true };
    private static readonly Option<int> RunName = new("--run") { Description = "Names the call." };

    public static Command Create()
    {
        var command = new Command("start", "Measures a program's start.") { Program, Server, Ready, PublicUrl, Token, RunName };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task RunAsync(ParseResult arguments)
    {
        var server = IPEndPoint.Parse(arguments.GetValue(Server)!);
        var ready = Requests.Get(arguments.GetValue(Ready)!, cookie: null, range: null);
        var call = new Requests(arguments.GetValue(PublicUrl)!, arguments.GetValue(Token)!, arguments.GetValue(RunName)).Voice(0, 0);

        var start = new ProcessStartInfo(arguments.GetRequiredValue(Program).FullName) { RedirectStandardOutput = true, UseShellExecute = false };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        // What it says is read, so that it can go on.
        var said = process.StandardOutput.ReadToEndAsync();
        try
        {
            while (!await IsReadyAsync(server, ready))
            {
                if (process.HasExited || clock.Elapsed > Patience)
                {
                    throw new InvalidOperationException($"The program did not become ready in {clock.Elapsed}.");
                }

                await Task.Delay(Pause);
            }

            using var connection = await Connection.OpenAsync(server);
            var (status, body) = await connection.ExchangeAsync(call);
            var taken = clock.Elapsed;
            if (status != 200 || !Connection.Contains(body, "<Dial"))
            {
                throw new InvalidDataException($"The first answer is wrong: {status} {System.Text.Encoding.UTF8.GetString(body.Span)}");
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{taken.TotalMilliseconds:0}"));
        }
        finally
        {
            await EndAsync(process);
            await said;
        }
    }

    private static async Task<bool> IsReadyAsync(IPEndPoint server, byte[] request)
    {
        try
        {
            using var connection = await Connection.OpenAsync(server);
            return await connection.ExchangeAsync(request) is (200, _);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
    }

    /// <summary>As an orchestrator does it: a server that was killed leaves work to the next start.</summary>
    private static async Task EndAsync(Process process)
    {
        using (var kill = Process.Start("kill", [process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync();
    }
}
