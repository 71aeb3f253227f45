using System.Net;
using MaskedVoicemail.Simulator.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Simulator.Rest;

/// <summary>Serves the stand-ins of Twilio and SendGrid on a free port of this machine, for tests.</summary>
public sealed class TwilioApiHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TwilioApiHost(WebApplication app)
    {
        _app = app;
        BaseAddress = new Uri(app.Urls.Single());
    }

    /// <summary>For <c>Twilio:ApiBaseUrl</c> and <c>SendGrid:ApiBaseUrl</c>.</summary>
    public Uri BaseAddress { get; }

    public static async Task<TwilioApiHost> StartAsync(TwilioSimulator simulator, CancellationToken cancellationToken = default)
    {
        // Empty: no settings or logging of the program under test reach it.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.UseRouting();
        app.MapTwilioApi(simulator);
        app.MapSendGridApi(simulator);
        await app.StartAsync(cancellationToken);
        return new TwilioApiHost(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
