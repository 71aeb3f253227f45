using System.CommandLine;
using System.Globalization;
using System.Net;
using MaskedVoicemail.Load;

// One line a measurement: answers a second, median and 99th percentile in ms, processor time an answer of the server and of PostgreSQL in µs,
// and the server's peak memory in MiB.
var kind = new Argument<string>("kind") { Description = "voice: calls; recording: the reports on the calls of an earlier run; get: a path." };
kind.AcceptOnlyFromAmong("voice", "recording", "get");
var server = new Option<string>("--server") { Required = true, Description = "Address and port." };
var connections = new Option<int>("--connections") { DefaultValueFactory = _ => 32 };
var seconds = new Option<double>("--seconds") { DefaultValueFactory = _ => 8 };
var rate = new Option<int?>("--rate") { Description = "Requests a second in open loop." };
var requests = new Option<int>("--requests") { DefaultValueFactory = _ => 60_000, Description = "At most so many." };
var publicUrl = new Option<string>("--public-url") { DefaultValueFactory = _ => "https://voicemail.example.com" };
var token = new Option<string>("--token") { DefaultValueFactory = _ => "" };
var numbers = new Option<int>("--numbers") { DefaultValueFactory = _ => 10_000, Description = "Over how many seeded numbers calls are spread." };
var run = new Option<int>("--run") { Description = "Names the calls: the same number repeats the same calls." };
var path = new Option<string>("--path") { DefaultValueFactory = _ => "/" };
var cookie = new Option<string?>("--cookie");
var range = new Option<string?>("--range") { Description = "bytes=0-65535" };
var contains = new Option<string>("--contains") { DefaultValueFactory = _ => "<Dial", Description = "What a right answer contains." };
var process = new Option<int>("--process") { Required = true, Description = "The server's process." };
var postgres = new Option<int?>("--postgres") { Description = "PostgreSQL's first process." };
var command = new RootCommand("Calls a server, checks each answer, and prints what it took.")
{
    kind, server, connections, seconds, rate, requests, publicUrl, token, numbers, run, path, cookie, range, contains, process, postgres,
};
command.SetAction(async arguments =>
{
    var twilio = new Requests(arguments.GetValue(publicUrl)!, arguments.GetValue(token)!, arguments.GetValue(run));
    var count = arguments.GetValue(requests);
    var spread = arguments.GetValue(numbers);
    var expected = arguments.GetValue(contains)!;
    var get = Requests.Get(arguments.GetValue(path)!, arguments.GetValue(cookie), arguments.GetValue(range));

    // Signed beforehand: the measurement shares the machine with what it measures. A prime number's steps reach every number.
    var sent = arguments.GetValue(kind) switch
    {
        "voice" => ParallelEnumerable.Range(0, count).AsOrdered().Select(call => twilio.Voice(call, (int)(call * 7919L % spread))).ToArray(),
        "recording" => ParallelEnumerable.Range(0, count).AsOrdered().Select(twilio.Recording).ToArray(),
        _ => null,
    };
    Func<int, ReadOnlyMemory<byte>, bool> isRight = arguments.GetValue(kind) switch
    {
        "recording" => (status, _) => status == 204,
        _ => (status, body) => status is 200 or 206 && Connection.Contains(body, expected),
    };
    var measurement = new Run(
        IPEndPoint.Parse(arguments.GetValue(server)!),
        arguments.GetValue(connections),
        TimeSpan.FromSeconds(arguments.GetValue(seconds)),
        arguments.GetValue(rate),
        count,
        number => sent?[number] ?? get,
        isRight);

    GC.Collect();
    var (serversBefore, databasesBefore) = Spent();
    var outcome = await measurement.MeasureAsync();
    var (serversAfter, databasesAfter) = Spent();
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{outcome.Rate:0} {outcome.Percentile(0.5) / 1000:0.00} {outcome.Percentile(0.99) / 1000:0.00} {(serversAfter - serversBefore) / outcome.Times.Length:0} {(databasesAfter - databasesBefore) / outcome.Times.Length:0} {Processes.PeakMemory(arguments.GetValue(process)):0}"));

    (double Server, double Database) Spent() =>
        (Processes.Of(arguments.GetValue(process)), arguments.GetValue(postgres) is { } first ? Processes.WithChildren(first) : 0);
});
return await command.Parse(args).InvokeAsync();
