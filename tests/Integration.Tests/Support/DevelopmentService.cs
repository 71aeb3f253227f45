using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>
/// The whole program as a developer starts it: no credentials, no database server, mails in the outbox; on a real port of this machine, because
/// it calls itself.
/// </summary>
public sealed partial class DevelopmentService : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("masked-voicemail-").FullName;
    private readonly int _port = FreePort();

    public DevelopmentService() => UseKestrel();

    /// <summary>A browser at the program: it keeps cookies and follows redirects.</summary>
    public HttpClient Browser { get; private set; } = null!;

    public ValueTask InitializeAsync()
    {
        StartServer();
        Browser = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://localhost:{_port}") };
        return ValueTask.CompletedTask;
    }

    public async Task<TestNumber> HasNumberAsync(Func<ForwardingSettings, ForwardingSettings>? settings = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = TimeProvider.System.GetUtcNow();
        var index = Random.Shared.Next(1_000, 10_000);
        var owner = Subscriber.Create(new SubscriberId(Guid.CreateVersion7()), $"owner{index}@example.test", Language.English, "America/New_York", now);
        var plan = Plan.Create($"Plan {index}", 100, 100, now);
        var subscription = Subscription.Start(owner.Id, plan, now);
        var forwarding = new ForwardingSettings { IsEnabled = true, Target = PhoneNumber.Parse($"+1415555{index}") };
        var number = MaskedNumber.Assign(PhoneNumber.Parse($"+1500555{index}"), subscription, settings?.Invoke(forwarding) ?? forwarding, now);
        db.AddRange(owner, plan, subscription, number);
        await db.SaveChangesAsync();
        return new TestNumber(number.Number.E164, number.Id, owner.Id, subscription.Id, owner.Email);
    }

    public async Task<T> ReadAsync<T>(Func<AppDbContext, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    /// <summary>Sends a page's form, with its antiforgery token.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string action, MultipartFormDataContent form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var token = Token().Match(await Browser.GetStringAsync(page, cancellationToken)).Groups["token"].Value;
        form.Add(new StringContent(token), "__RequestVerificationToken");
        return await Browser.PostAsync(action, form, cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // A wildcard, as in a container: what the program calls itself by must be another address.
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("urls", $"http://*:{_port}");
        builder.UseSetting("ConnectionStrings:Default", $"Data Source={Path.Combine(_folder, "test.db")};Pooling=false");
        builder.UseSetting("Database:DemoData", "false");
        builder.UseSetting("Recordings:Path", Path.Combine(_folder, "recordings"));
        builder.UseSetting("Email:OutboxPath", Path.Combine(_folder, "outbox"));
        builder.UseSetting("DataProtection:Path", Path.Combine(_folder, "keys"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
