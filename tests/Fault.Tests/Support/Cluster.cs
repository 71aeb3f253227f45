using System.Collections.Concurrent;
using System.Diagnostics;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Infrastructure.Persistence;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Rest;
using MaskedVoicemail.Simulator.Webhooks;
using MaskedVoicemail.Web.Features.Admin.Numbers;

namespace MaskedVoicemail.Fault.Tests.Support;

/// <summary>
/// The program in Production as operators run it: nodes that are processes, behind a proxy, on one database and one folder of recordings, between
/// stand-ins of Twilio and SendGrid whose books say what must have come of it.
/// </summary>
public sealed class Cluster : IAsyncDisposable
{
    private const int HardlyEver = 10_000_000;

    private static readonly TimeSpan RunIn = TimeSpan.FromMilliseconds(200);

    private readonly Installation _installation;
    private readonly ReverseProxy _front;
    private readonly List<ReverseProxy> _mailRoutes = [];
    private readonly ConcurrentDictionary<string, Node> _senders = new();
    private readonly ConcurrentQueue<LedgerEntry> _ledger = new();
    private TwilioApiHost _partners = null!;
    private int _numbers;

    private Cluster(Installation installation, ReverseProxy front, TwilioSimulator line, List<Node> nodes)
    {
        _installation = installation;
        _front = front;
        Line = line;
        Nodes = nodes;
    }

    /// <summary>Twilio and SendGrid.</summary>
    public TwilioSimulator Line { get; }

    /// <summary>What Twilio knows of the calls that are over.</summary>
    public IReadOnlyCollection<LedgerEntry> Ledger => _ledger;

    public IReadOnlyList<Node> Nodes { get; }

    public string Recordings => _installation.Recordings;

    public bool IsPostgreSql => _installation is PostgreSqlInstallation;

    /// <param name="installation">The database, empty, and the settings.</param>
    /// <param name="nodes">How many; none of them is started.</param>
    public static async Task<Cluster> CreateAsync(Installation installation, int nodes)
    {
        var all = new List<Node>();
        var front = await ReverseProxy.StartAsync(
            () => [.. all.Select(node => node.Address).OfType<Uri>()],
            (address, answer) => all.Find(node => node.Address == address)?.HasAnswered(answer.IsSuccessStatusCode));
        var line = new TwilioSimulator(new TwilioSimulatorOptions
        {
            PublicBaseUrl = new Uri(installation.Environment["PublicBaseUrl"]),
            AppAddress = front.Address,
            Strict = false,
        });
        var cluster = new Cluster(installation, front, line, all);
        await cluster.PrepareAsync();
        for (var i = 0; i < nodes; i++)
        {
            all.Add(await cluster.CreateNodeAsync($"{(char)('A' + i)}"));
        }

        return cluster;
    }

    public Task StartAsync() => Task.WhenAll(Nodes.Select(node => node.StartAndListenAsync()));

    /// <summary>Starts a node, or all, and lets them run in: the first requests of a process take seconds on a busy machine, and are answered as in an emergency.</summary>
    public async Task StartAndRunInAsync(Node? one = null)
    {
        foreach (var node in Nodes.Where(node => one is null || node == one))
        {
            await node.StartAndListenAsync();
            await RunInAsync(node);
        }
    }

    /// <summary>Subscribers with a masked number each, and more quota than they can use.</summary>
    public async Task<TestNumber[]> HasNumbersAsync(int count, Func<int, ForwardingSettings, ForwardingSettings>? settings = null, int quota = HardlyEver)
    {
        await using var db = Open();
        var now = DateTimeOffset.UtcNow;
        var numbers = Enumerable.Range(0, count)
            .Select(i => db.AddNumber(++_numbers, now, forwarding => settings?.Invoke(i, forwarding) ?? forwarding, quota, quota))
            .ToArray();
        await db.SaveChangesAsync();

        // As the portal asks for them: with the fragments that make Twilio try again.
        var urls = new TwilioUrls(new PublicAddress(Line.Options.PublicBaseUrl));
        foreach (var number in numbers)
        {
            var atTwilio = Line.Account.Number(number.E164);
            (atTwilio.VoiceUrl, atTwilio.VoiceFallbackUrl, atTwilio.StatusCallback) = (urls.Voice, urls.VoiceFallback, urls.CallStatus);
        }

        return numbers;
    }

    /// <summary>A whole call.</summary>
    public async Task<CompletedCall> CallAsync(TestNumber number, CallerBehaviour caller, OwnerPhone? owner = null)
    {
        var call = await Line.PlaceCallAsync(new PhoneCall { From = "+14155560001", To = number.E164, Caller = caller, Owner = owner ?? OwnerPhone.RingsOut() });
        _ledger.Enqueue(LedgerEntry.Of(call, number));
        return call;
    }

    /// <summary>A call as short as can be, to a number that is not forwarded: it comes in, and later its recording is reported.</summary>
    public async Task<LedgerEntry> LeaveMessageAsync(TestNumber number, byte[] audio)
    {
        var recording = new RecordingResource
        {
            Sid = Sid.New("RE"),
            CallSid = Sid.New("CA"),
            Status = "completed",
            Duration = 1,
            StartTime = DateTimeOffset.UtcNow,
            DateCreated = DateTimeOffset.UtcNow,
            Wav = audio,
        };
        Line.Account.Add(recording);
        Line.Account.Add(new CallResource
        {
            Sid = recording.CallSid,
            From = "+14155560001",
            To = number.E164,
            Direction = "inbound",
            DateCreated = recording.DateCreated,
        });
        var call = new WebhookParameters
        {
            { "AccountSid", Line.Options.AccountSid }, { "CallSid", recording.CallSid }, { "From", "+14155560001" }, { "To", number.E164 }, { "CallStatus", "ringing" },
        };
        var report = new WebhookParameters
        {
            { "AccountSid", Line.Options.AccountSid }, { "CallSid", recording.CallSid }, { "RecordingSid", recording.Sid }, { "RecordingStatus", "completed" }, { "RecordingDuration", "1" },
        };
        var answered = await Line.SendAsync("/webhook/voice", call);
        var reported = await Line.SendAsync("/webhook/voicemail-callback", report);
        var entry = LedgerEntry.Of(recording, number, answered.IsSuccess, reported.IsSuccess);
        _ledger.Enqueue(entry);
        return entry;
    }

    /// <summary>Files of downloads under way, or left behind by a process that was killed.</summary>
    public int CountUnfinishedFiles()
    {
        var folder = Path.Combine(Recordings, "incoming");
        return Directory.Exists(folder) ? Directory.GetFiles(folder).Length : 0;
    }

    public AppDbContext Open() => _installation.Open();

    public Task<T> ReadAsync<T>(Func<AppDbContext, Task<T>> query) => _installation.ReadAsync(query);

    /// <summary>Who handed over the mail of that <c>X-Message-Id</c>; null where SendGrid's answer got lost.</summary>
    public Node? SenderOf(string messageId) => _senders.GetValueOrDefault(messageId);

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }

        foreach (var route in _mailRoutes)
        {
            await route.DisposeAsync();
        }

        await _front.DisposeAsync();
        await _partners.DisposeAsync();
        Line.Dispose();
    }

    /// <summary>A call to a number that is not in service leaves nothing behind.</summary>
    private async Task RunInAsync(Node node)
    {
        var call = new WebhookParameters
        {
            { "AccountSid", Line.Options.AccountSid }, { "CallSid", Sid.New("CA") }, { "From", "+14155560001" }, { "To", "+15005559999" }, { "CallStatus", "ringing" },
        };
        var report = call.With("RecordingSid", Sid.New("RE")).With("RecordingStatus", "completed").With("RecordingDuration", "1");
        var quickly = 0;
        for (var attempt = 0; attempt < 30 && quickly < 3; attempt++)
        {
            var clock = Stopwatch.StartNew();
            await PostAsync("/webhook/voice", call);
            await PostAsync("/webhook/voicemail-callback", report);
            quickly = clock.Elapsed < RunIn ? quickly + 1 : 0;
        }

        async Task PostAsync(string path, WebhookParameters fields)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
            request.Headers.Add("X-Twilio-Signature", Line.Sign(path, fields));
            using var answer = await node.Client.SendAsync(request);
            Assert.True(answer.IsSuccessStatusCode, $"{path} of node {node.Name} answers {answer.StatusCode}");
        }
    }

    private async Task PrepareAsync()
    {
        _partners = await TwilioApiHost.StartAsync(Line);
        var settings = _installation.Environment;
        settings["Database__MigrateOnStart"] = "false";
        settings["Twilio__AccountSid"] = Line.Options.AccountSid;
        settings["Twilio__AuthToken"] = Line.Options.AuthToken;
        settings["Twilio__ApiBaseUrl"] = _partners.BaseAddress.OriginalString;
        settings["SendGrid__ApiKey"] = Line.Options.SendGridApiKey;
        settings["SendGrid__ApiBaseUrl"] = _partners.BaseAddress.OriginalString;
        settings["Logging__LogLevel__Default"] = "Warning";

        // Processes that live for a second should not spend it on becoming fast later.
        settings["DOTNET_TieredPGO"] = "0";
        settings["DOTNET_TC_CallCounting"] = "0";
        settings["DOTNET_EnableWriteXorExecute"] = "0";
        await _installation.SucceedsAsync("migrate");
    }

    /// <summary>Each node has a way to SendGrid of its own, so that a mail tells who sent it.</summary>
    private async Task<Node> CreateNodeAsync(string name)
    {
        Node? node = null;
        var route = await ReverseProxy.StartAsync(() => [_partners.BaseAddress], (_, answer) =>
        {
            if (answer.Headers.TryGetValues("X-Message-Id", out var ids))
            {
                _senders[ids.Single()] = node!;
            }
        });
        _mailRoutes.Add(route);
        return node = new Node(name, _installation.Folder, new Dictionary<string, string>(_installation.Environment, StringComparer.Ordinal)
        {
            ["SendGrid__ApiBaseUrl"] = route.Address.OriginalString,
        });
    }
}
