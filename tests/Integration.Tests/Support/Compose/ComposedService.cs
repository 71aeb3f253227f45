using MaskedVoicemail.Delivery.Tests.Support;
using MaskedVoicemail.Simulator;
using MaskedVoicemail.Simulator.Rest;
using Npgsql;

namespace MaskedVoicemail.Integration.Tests.Support.Compose;

/// <summary>
/// What <c>docker compose up</c> starts, as processes of this machine: the same environment in the same order, between stand-ins of Twilio and
/// SendGrid. Nothing but addresses and the database's name differs.
/// </summary>
public sealed class ComposedService : IAsyncLifetime
{
    public const string Password = "Passw0rd!Seed";

    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["PUBLIC_HOST"] = "voicemail.example.com",
        ["POSTGRES_PASSWORD"] = "database-password",
        ["S3_SECRET_KEY"] = "store/secret+with=signs",
        ["TWILIO_ACCOUNT_SID"] = "AC00000000000000000000000000000001",
        ["TWILIO_AUTH_TOKEN"] = "00000000000000000000000000000001",
        ["SENDGRID_API_KEY"] = "SG.test",
        ["EMAIL_FROM"] = "voicemail@example.com",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("masked-voicemail-").FullName;
    private readonly Dictionary<string, ComposedNode> _nodes = new(StringComparer.Ordinal);
    private PostgreSqlDatabase? _database;
    private DatabaseLink? _link;
    private S3Server? _s3;
    private TwilioApiHost? _api;
    private CaddyProcess? _proxy;

    public ComposedService()
    {
        var program = Compose.Services["web1"].Environment;
        Line = new TwilioSimulator(new TwilioSimulatorOptions
        {
            AccountSid = program["Twilio__AccountSid"],
            AuthToken = program["Twilio__AuthToken"],
            SendGridApiKey = program["SendGrid__ApiKey"],
            PublicBaseUrl = new Uri(program["PublicBaseUrl"]),
            AppAddress = Address,
        });
    }

    /// <summary>Twilio and SendGrid; Twilio reaches the service through the proxy.</summary>
    public TwilioSimulator Line { get; }

    /// <summary>The proxy's.</summary>
    public Uri Address { get; } = FreePort.Address();

    public IReadOnlyList<ComposedNode> Nodes => [.. _nodes.Values];

    public DatabaseLink Database => _link!;

    public string ProxyOutput => _proxy!.Output;

    internal ComposeFile Compose { get; } = ComposeFile.Read(Variables);

    internal S3Server Bucket => _s3!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.IsMissing, PostgreSqlServer.SkipReason);
        Assert.SkipWhen(CaddyProcess.IsMissing, CaddyProcess.SkipReason);
        _api = await TwilioApiHost.StartAsync(Line);
        foreach (var (name, service) in Compose.InStartOrder())
        {
            await StartAsync(name, service);
        }

        await RunsAsync();
    }

    /// <summary>Starts the nodes that do not run, and waits until all can serve.</summary>
    public async Task RunsAsync()
    {
        foreach (var node in Nodes)
        {
            await node.RunsAsync();
        }

        using var visitor = NewVisitor(Address);
        await Eventually.IsSoAsync(async () => await visitor.StatusAsync("/healthz") == 200, "the proxy serves", () => ProxyOutput);
    }

    public static string Number(int index) => $"+1555{index:0000000}";

    public static string OwnerEmail(int index) => $"user{index}@example.test";

    /// <summary>Somebody with a new browser, at the proxy or at a single node.</summary>
    public PortalVisitor NewVisitor(Uri address) => new(address, Line.Options.PublicBaseUrl.Host);

    public async ValueTask DisposeAsync()
    {
        foreach (var resource in (IAsyncDisposable?[])[_proxy, .. Nodes, _s3, _api])
        {
            if (resource is not null)
            {
                await resource.DisposeAsync();
            }
        }

        _link?.Dispose();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        Line.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Task StartAsync(string name, ComposeEntry service) => name switch
    {
        "postgres" => StartDatabaseAsync(),
        "bucket" => Task.CompletedTask,
        "recordings" => StartStoreAsync(service.Environment),
        "proxy" => StartProxyAsync(service.Environment),
        _ when service.Image == "masked-voicemail" => StartProgramAsync(name, service),
        _ => throw new NotSupportedException($"docker-compose.yml has a service that is not tried: {name}"),
    };

    private async Task StartDatabaseAsync()
    {
        _database = await PostgreSqlServer.CreateEmptyDatabaseAsync(TestContext.Current.CancellationToken);
        _link = new DatabaseLink(_database.ConnectionString);
    }

    private async Task StartStoreAsync(Dictionary<string, string> environment) =>
        _s3 = await S3Server.StartAsync(environment["ROOT_ACCESS_KEY_ID"], environment["ROOT_SECRET_ACCESS_KEY"], environment["VGW_REGION"]);

    private Task StartProxyAsync(Dictionary<string, string> environment)
    {
        var nodes = environment["NODES"].Split(' ').Select(address => _nodes[address.Split(':')[0]].Address.Authority);
        _proxy = CaddyProcess.Start(
            "run",
            new Dictionary<string, string>(environment) { ["SITE"] = $"http://{environment["SITE"]}:{Address.Port}", ["NODES"] = string.Join(' ', nodes) },
            _folder);
        return Task.CompletedTask;
    }

    private async Task StartProgramAsync(string name, ComposeEntry service)
    {
        var environment = Localize(service.Environment);
        if (!Compose.IsRunToItsEnd(name))
        {
            _nodes[name] = new ComposedNode(name, environment, Path.Combine(_folder, name));
            await _nodes[name].RunsAsync();
            return;
        }

        await SucceedsAsync(environment, [.. service.Command]);
        environment["Seed__Allowed"] = "true";
        await SucceedsAsync(environment, "seed", "--numbers", "2");
    }

    private async Task SucceedsAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        var run = await ProgramProcess.RunAsync(_folder, environment, arguments);
        Assert.True(run.ExitCode == 0, run.ToString());
    }

    /// <summary>The same settings, with this machine's addresses of what the file calls by name.</summary>
    private Dictionary<string, string> Localize(Dictionary<string, string> environment)
    {
        var here = new NpgsqlConnectionStringBuilder(_link!.ConnectionString);
        var database = new NpgsqlConnectionStringBuilder(environment["ConnectionStrings__Default"]);
        Assert.Equal("postgres", database.Host);
        (database.Host, database.Port, database.Database, database.Username) = (here.Host, here.Port, here.Database, here.Username);
        database.Password = here.Password ?? database.Password;
        return new Dictionary<string, string>(environment)
        {
            ["ConnectionStrings__Default"] = database.ConnectionString,
            ["Recordings__S3__ServiceUrl"] = _s3?.BaseAddress.AbsoluteUri ?? environment["Recordings__S3__ServiceUrl"],
            ["Twilio__ApiBaseUrl"] = _api!.BaseAddress.OriginalString,
            ["SendGrid__ApiBaseUrl"] = _api.BaseAddress.OriginalString,
        };
    }
}
