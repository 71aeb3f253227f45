namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>Reaches the program in this process, once it runs.</summary>
internal sealed class AppHandler(Func<HttpMessageHandler> handler) : HttpMessageHandler
{
    private readonly Lazy<HttpMessageInvoker> _app = new(() => new HttpMessageInvoker(handler()));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _app.Value.SendAsync(request, cancellationToken);
}
