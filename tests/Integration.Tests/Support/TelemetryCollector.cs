using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>Takes what OpenTelemetry's exporters send by HTTP. Texts stand in its protocol buffers as they are.</summary>
public sealed class TelemetryCollector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, string Text)> _heard = new();
    private readonly WebApplication _server;

    private TelemetryCollector(WebApplication server) => _server = server;

    public string Address => _server.Urls.First();

    public string Everything => string.Join('\n', _heard.Select(message => message.Text));

    public static async Task<TelemetryCollector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new TelemetryCollector(builder.Build());
        collector._server.Run(collector.TakeAsync);
        await collector._server.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    /// <summary>Waits until a text comes in.</summary>
    public Task HearsAsync(string path, string text) => Eventually.IsSoAsync(
        () => Task.FromResult(_heard.Any(message => message.Path == path && message.Text.Contains(text, StringComparison.Ordinal))), $"{path} is told: {text}");

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        _heard.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
    }
}
