using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MaskedVoicemail.Fault.Tests.Support;

/// <summary>
/// What stands before the nodes: takes turns, goes on to the next one only where no connection came about (nginx's <c>proxy_next_upstream error</c>
/// for a POST), and answers 502 otherwise. What is under way is carried on, whoever hangs up.
/// </summary>
internal sealed class ReverseProxy : IAsyncDisposable
{
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Headers that speak of one connection, such as a stopping node's wish to close its own.</summary>
    private static readonly HashSet<string> BetweenTwoHosts = new(StringComparer.OrdinalIgnoreCase) { "Connection", "Keep-Alive", "Transfer-Encoding" };

    private readonly WebApplication _app;
    private readonly Func<IReadOnlyList<Uri>> _backends;
    private readonly Action<Uri, HttpResponseMessage>? _answered;

    // A connection for each request, as nginx does by default.
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.Zero,
    });

    private int _turn;

    private ReverseProxy(Func<IReadOnlyList<Uri>> backends, Action<Uri, HttpResponseMessage>? answered)
    {
        _backends = backends;
        _answered = answered;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        _app = builder.Build();
        _app.Run(ForwardAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    /// <param name="backends">Those that listen at the moment.</param>
    /// <param name="answered">Sees each answer and whose it is, before it goes back.</param>
    public static async Task<ReverseProxy> StartAsync(Func<IReadOnlyList<Uri>> backends, Action<Uri, HttpResponseMessage>? answered = null)
    {
        var proxy = new ReverseProxy(backends, answered);
        await proxy._app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task ForwardAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        using var response = await AnswerAsync(http.Request, body.ToArray());
        http.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            if (!BetweenTwoHosts.Contains(name))
            {
                http.Response.Headers[name] = values.ToArray();
            }
        }

        // An answer without content, such as 204, must not be written to at all.
        var content = await response.Content.ReadAsByteArrayAsync(http.RequestAborted);
        if (content.Length > 0)
        {
            await http.Response.Body.WriteAsync(content, http.RequestAborted);
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequest incoming, byte[] body)
    {
        var backends = _backends();
        var turn = Interlocked.Increment(ref _turn);
        using var timeout = new CancellationTokenSource(ReadTimeout);
        for (var i = 0; i < backends.Count; i++)
        {
            var backend = backends[(turn + i) % backends.Count];
            using var request = RequestTo(backend, incoming, body);
            try
            {
                var response = await _http.SendAsync(request, timeout.Token);
                await response.Content.LoadIntoBufferAsync(timeout.Token);
                _answered?.Invoke(backend, response);
                return response;
            }
            catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError)
            {
                // Refused: the next one's turn.
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                break;
            }
            catch (OperationCanceledException)
            {
                return new HttpResponseMessage(HttpStatusCode.GatewayTimeout);
            }
        }

        return new HttpResponseMessage(HttpStatusCode.BadGateway);
    }

    private static HttpRequestMessage RequestTo(Uri backend, HttpRequest incoming, byte[] body)
    {
        var request = new HttpRequestMessage(new HttpMethod(incoming.Method), new Uri(backend, incoming.Path + incoming.QueryString.ToString()))
        {
            Content = new ByteArrayContent(body),
        };
        foreach (var (name, values) in incoming.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                request.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        return request;
    }
}
