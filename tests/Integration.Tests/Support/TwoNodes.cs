using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using System.Net;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>Two hosts of the program on one database, with folders of their own, as behind a proxy without affinity.</summary>
public sealed class TwoNodes(PostgreSqlServer server) : IAsyncLifetime
{
    private readonly string _otherFolder = Directory.CreateTempSubdirectory("masked-voicemail-").FullName;
    private WebApplicationFactory<Program>? _second;

    public PostgreSqlService First { get; } = new(server);

    public WebApplicationFactory<Program> Second => _second ?? throw new InvalidOperationException("The second node is not there yet.");

    public async ValueTask InitializeAsync()
    {
        await First.InitializeAsync();
        _second = First.WithWebHostBuilder(builder => builder.UseSetting("DataProtection:Path", Path.Combine(_otherFolder, "keys")));
    }

    /// <summary>A browser whose requests go to the one and the other node in turn.</summary>
    public HttpClient AlternatingBrowser(CookieContainer? cookies = null) => Browser(new Alternating(First.Server.CreateHandler(), Second.Server.CreateHandler()), cookies);

    /// <summary>A browser that is always led to the second node.</summary>
    public HttpClient BrowserOfSecond(CookieContainer? cookies = null) => Browser(Second.Server.CreateHandler(), cookies);

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        Directory.Delete(_otherFolder, recursive: true);
    }

    private static HttpClient Browser(HttpMessageHandler nodes, CookieContainer? cookies) =>
        new(new RedirectHandler { InnerHandler = new CookieContainerHandler(cookies ?? new CookieContainer()) { InnerHandler = nodes } })
        {
            BaseAddress = new Uri(VoicemailService.PublicBaseUrl),
        };

    private sealed class Alternating(HttpMessageHandler one, HttpMessageHandler other) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker[] _nodes = [new(one), new(other)];
        private int _requests = -1;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _nodes[Interlocked.Increment(ref _requests) % 2].SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            Array.ForEach(_nodes, node => node.Dispose());
            base.Dispose(disposing);
        }
    }
}
