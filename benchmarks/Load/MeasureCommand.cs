using System.CommandLine;
using System.Globalization;
using System.Net;

namespace MaskedVoicemail.Load;

/// <summary>
/// One measurement, one line: answers a second, median and 99th percentile in ms, processor time an answer of the server and of PostgreSQL in µs,
/// and the server's peak memory in MiB.
/// </summary>
internal static class MeasureCommand
{
    private static readonly Argument<string> Kind = new("kind") { Description = "voice: calls; recording: the reports on the calls of an earlier run; get: a path." };
    private static readonly Option<string> Server = new("--server") { Required = true, Description = "Address and port." };
    private static readonly Option<int> Connections = new("--connections") { DefaultValueFactory = _ => 32 };
    private static readonly Option<double> Seconds = new("--seconds") { DefaultValueFactory = _ => 8 };
    private static readonly Option<int?> Rate = new("--rate") { Description = "Requests a second in open loop." };
    private static readonly Option<int> Requests = new("--requests") { DefaultValueFactory = _ => 60_000, Description = "At most so many." };
    private static readonly Option<string> PublicUrl = new("--public-url") { DefaultValueFactory = _ => "https://voicemail.example.com" };
    private static readonly Option<string> Token = new("--token") { DefaultValueFactory = _ => "" };
    private static readonly Option<int> Numbers = new("--numbers") { DefaultValueFactory = _ => 10_000, Description = "Over how many seeded numbers calls are spread." };
    private static readonly Option<int> RunName = new("--run") { Description = "Names the calls: the same number repeats the same calls." };
    private static readonly Option<string> Path = new("--path") { DefaultValueFactory = _ => "/" };
    private static readonly Option<string?> Cookie = new("--cookie");
    private static readonly Option<string?> Range = new("--range") { Description = "bytes=0-65535" };
    private static readonly Option<string> Contains = new("--contains") { DefaultValueFactory = _ => "<Dial", Description = "What a right answer contains." };
    private static readonly Option<int?> Length = new("--length") { Description = "How long a right answer is." };
    private static readonly Option<int> Process = new("--process") { Required = true, Description = "The server's process." };
    private static readonly Option<int?> Postgres = new("--postgres") { Description = "PostgreSQL's first process." };

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.5);

    public static Command Create()
    {
        Kind.AcceptOnlyFromAmong("voice", "recording", "get");
        var command = new Command("measure", "Sends requests of one kind for a while.")
        {
            Kind, Server, Connections, Seconds, Rate, Requests, PublicUrl, Token, Numbers, RunName, Path, Cookie, Range, Contains, Length, Process, Postgres,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task RunAsync(ParseResult arguments)
    {
        var sent = Sign(arguments);
        var get = MaskedVoicemail.Load.Requests.Get(arguments.GetValue(Path)!, arguments.GetValue(Cookie), arguments.GetValue(Range));
        var measurement = new Run(
            IPEndPoint.Parse(arguments.GetValue(Server)!),
            arguments.GetValue(Connections),
            TimeSpan.FromSeconds(arguments.GetValue(Seconds)),
            arguments.GetValue(Rate),
            arguments.GetValue(Requests),
            number => sent?[number] ?? get,
            Check(arguments));

        if (measurement.Rate is not null)
        {
            // There are few requests at a fixed rate. The first are slow by the generator's own start, and would be most of what is slow.
            var request = measurement.Request;
            var warmUp = await (measurement with { Time = WarmUp }).MeasureAsync();
            measurement = measurement with { Requests = measurement.Requests - warmUp.Times.Length, Request = number => request(number + warmUp.Times.Length) };
        }

        GC.Collect();
        var (serverBefore, databaseBefore) = Spent(arguments);
        var outcome = await measurement.MeasureAsync();
        var (serverAfter, databaseAfter) = Spent(arguments);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{outcome.Rate:0} {outcome.Percentile(0.5) / 1000:0.00} {outcome.Percentile(0.99) / 1000:0.00} {(serverAfter - serverBefore) / outcome.Times.Length:0} {(databaseAfter - databaseBefore) / outcome.Times.Length:0} {Processes.PeakMemory(arguments.GetValue(Process)):0}"));
    }

    /// <summary>Beforehand: the measurement shares the machine with what it measures. A prime number's steps reach every number.</summary>
    private static byte[][]? Sign(ParseResult arguments)
    {
        var twilio = new Requests(arguments.GetValue(PublicUrl)!, arguments.GetValue(Token)!, arguments.GetValue(RunName));
        var numbers = arguments.GetValue(Numbers);
        var calls = ParallelEnumerable.Range(0, arguments.GetValue(Requests)).AsOrdered();
        return arguments.GetValue(Kind) switch
        {
            "voice" => [.. calls.Select(call => twilio.Voice(call, (int)(call * 7919L % numbers)))],
            "recording" => [.. calls.Select(twilio.Recording)],
            _ => null,
        };
    }

    private static Func<int, ReadOnlyMemory<byte>, bool> Check(ParseResult arguments)
    {
        var (expected, length) = (arguments.GetValue(Contains)!, arguments.GetValue(Length));
        return arguments.GetValue(Kind) is "recording"
            ? (status, _) => status == 204
            : (status, body) => status is 200 or 206 && (length ?? body.Length) == body.Length && Connection.Contains(body, expected);
    }

    private static (double Server, double Database) Spent(ParseResult arguments) =>
        (Processes.Of(arguments.GetValue(Process)), arguments.GetValue(Postgres) is { } first ? Processes.WithChildren(first) : 0);
}
