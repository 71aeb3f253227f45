using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using MaskedVoicemail.Simulator.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MaskedVoicemail.Delivery.Tests.Support;

/// <summary>A server that speaks <c>POST /v1/audio/transcriptions</c>, on a free port.</summary>
internal sealed class TranscriptionServer : IAsyncDisposable
{
    public const string ApiKey = "sk-Sesame";
    public const string Model = "whisper-large-v3";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<TranscriptionRequest> _requests = [];

    private TranscriptionServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    /// <summary>What it understands.</summary>
    public string Text { get; set; } = "Please call me back before five.";

    public HttpFaults Faults { get; } = new();

    /// <summary>What it was sent, faults included.</summary>
    public IReadOnlyList<TranscriptionRequest> Requests => [.. _requests];

    public Dictionary<string, string?> Settings => new()
    {
        ["Transcription:Provider"] = "OpenAi",
        ["Transcription:OpenAi:BaseUrl"] = _app.Urls.Single(),
        ["Transcription:OpenAi:ApiKey"] = ApiKey,
        ["Transcription:OpenAi:Model"] = Model,
    };

    public static async Task<TranscriptionServer> StartAsync()
    {
        var server = new TranscriptionServer();
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task AnswerErrorAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync("""{"error":{"message":"A sentence that quotes the message.","type":"error"}}""", http.RequestAborted);
    }

    private async Task HandleAsync(HttpContext http)
    {
        if (http.Request is not { Method: "POST", Path.Value: "/v1/audio/transcriptions", HasFormContentType: true })
        {
            await AnswerErrorAsync(http, 404);
            return;
        }

        var request = await TranscriptionRequest.ReadAsync(http.Request);
        _requests.Enqueue(request);
        var answer = JsonSerializer.SerializeToUtf8Bytes(new { text = Text, usage = new { type = "duration", seconds = 3 } });
        if (Faults.Next() is { } fault)
        {
            await fault.AnswerAsync(http, new FaultySubject("application/json", answer, AnswerErrorAsync));
        }
        else if (request.Authorization is not (null or $"Bearer {ApiKey}"))
        {
            await AnswerErrorAsync(http, 401);
        }
        else
        {
            http.Response.ContentType = "application/json";
            await http.Response.Body.WriteAsync(answer, http.RequestAborted);
        }
    }
}
