using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using MaskedVoicemail.Delivery;
using MaskedVoicemail.Load;
using MaskedVoicemail.Simulator;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Rest;

// One line: messages a second from the first ring to the last mail, seconds from the last report to the last mail, processor time a message of the
// service and of PostgreSQL in ms, and the service's peak memory in MiB.
var program = new Argument<string>("program") { Description = "Path of MaskedVoicemail.Web.dll." };
var database = new Option<string>("--database") { Required = true, Description = "Npgsql connection string; migrated and seeded." };
var postgres = new Option<int>("--postgres") { Required = true, Description = "PostgreSQL's first process." };
var port = new Option<int>("--port") { DefaultValueFactory = _ => 5203 };
var messages = new Option<int>("--messages") { DefaultValueFactory = _ => 1000, Description = "As many numbers are seeded." };
var callers = new Option<int>("--callers") { DefaultValueFactory = _ => 16, Description = "Calls at the same time." };
var command = new RootCommand("Leaves messages and waits until each owner has been told.") { program, database, postgres, port, messages, callers };
command.SetAction(async (arguments, cancellationToken) =>
{
    var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{arguments.GetValue(port)}"));
    using var twilio = new TwilioSimulator(new TwilioSimulatorOptions { PublicBaseUrl = new Uri("https://voicemail.example.com"), AppAddress = address });
    await using var partners = await TwilioApiHost.StartAsync(twilio, cancellationToken);
    using var service = await Service.StartAsync(arguments.GetValue(program)!, arguments.GetValue(database)!, address, partners.BaseAddress, twilio.Options);

    // A few for what every process does only once.
    const int rehearsals = 20;
    await LeaveAsync(0, rehearsals);
    await AwaitMailsAsync(rehearsals);
    var (serviceBefore, postgresBefore) = (Processes.Of(service.Id), Processes.WithChildren(arguments.GetValue(postgres)));
    var clock = Stopwatch.StartNew();
    var count = arguments.GetValue(messages);
    await LeaveAsync(rehearsals, count - rehearsals);
    var left = clock.Elapsed;
    await AwaitMailsAsync(count);
    var done = clock.Elapsed;
    count -= rehearsals;
    var spent = (Processes.Of(service.Id) - serviceBefore) / count / 1000;
    var stored = (Processes.WithChildren(arguments.GetValue(postgres)) - postgresBefore) / count / 1000;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{count / done.TotalSeconds:0.0} {(done - left).TotalSeconds:0.0} {spent:0.0} {stored:0.0} {Processes.PeakMemory(service.Id):0}"));

    Task LeaveAsync(int first, int number) => Parallel.ForAsync(
        first,
        first + number,
        new ParallelOptions { MaxDegreeOfParallelism = arguments.GetValue(callers), CancellationToken = cancellationToken },
        async (index, token) => await twilio.PlaceCallAsync(
            new PhoneCall
            {
                From = "+12125550100",
                To = string.Create(CultureInfo.InvariantCulture, $"+1555{index:0000000}"),
                Caller = CallerBehaviour.LeavesMessage(seconds: 2),
            },
            token));

    async Task AwaitMailsAsync(int number)
    {
        while (twilio.Mail.All.Count < number)
        {
            await Task.Delay(50, cancellationToken);
        }
    }
});
return await command.Parse(args).InvokeAsync();
