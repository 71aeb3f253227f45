using MaskedVoicemail.Application;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Infrastructure;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Web.Cli;
using MaskedVoicemail.Web.Features.Admin.Steps;
#if OFFICIAL_SDKS
using MaskedVoicemail.Web.OfficialSdks;
#endif
using MaskedVoicemail.Web.Webhooks;
using MaskedVoicemail.Web.Webhooks.Twiml;
using Microsoft.AspNetCore.Connections;

namespace MaskedVoicemail.Web.Hosting;

/// <summary>Puts the program together: one composition for the server and for the commands.</summary>
internal static class MaskedVoicemailHost
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return Commands.AreNamedBy(args) ? await Commands.RunAsync(args) : await ServeAsync(args);
        }
        catch (Exception exception) when (StartFailure.Explain(exception) is { } line)
        {
            await Console.Error.WriteLineAsync(line);
            return 1;
        }
    }

    /// <summary>The whole program, not started: no server, no background work.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.UseDefaults();
        builder.AddTelemetry();

        // The front end's files are found when the program is run from its build output, too.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // A page, or what a player asks for at a time, is handed over at once: with the 64 KiB that Kestrel has it waits for its reader in between.
            kestrel.Limits.MaxResponseBufferSize = 256 * 1024;
        });
        builder.Services.AddSingleton<IConnectionListenerFactory, UnhurriedListenerFactory>();
        builder.Services.AddHostedService<MappedFiles>();

        // What orchestrators give by default is 30 s: the program ends before it is ended.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
        builder.Services
            .AddHostSettings(builder.Configuration)
            .AddTrustedProxies(builder.Configuration)
            .AddApplication()
            .AddInfrastructure(builder.Configuration, builder.Environment)
            .AddPortal()
            .AddSimulatedLine(builder.Configuration, builder.Environment)
            .AddSingleton<CallTwiml>()
#if OFFICIAL_SDKS
            .AddJobDashboard()
#else
            .AddSingleton(new JobDashboard(Path: null))
#endif
            .ReadKeysWhenNeeded();

        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseRouting();
        app.UseWebhooks();
        app.Use((context, next) =>
        {
            // The public address says how people come here, also where a proxy forgets to: cookies are set for TLS then.
            if (context.RequestServices.GetRequiredService<PublicAddress>().IsHttps)
            {
                context.Request.Scheme = Uri.UriSchemeHttps;
            }

            return next(context);
        });
        app.UsePortal();
        app.MapPortal();
#if OFFICIAL_SDKS
        app.MapHangfire();
#endif
        app.MapSimulatedLine();
        app.MapHealth();
        return app;
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        NativeHeap.GiveBackWhatIsFreed();
        await using var app = Build(args);
        app.Services.DemandHostSettings();
        await app.PrepareDatabaseAsync(app.Lifetime.ApplicationStopping);
        await app.SeedDemoAsync(app.Lifetime.ApplicationStopping);
        await app.StartAsync();
        await Welcome.WriteAsync(app, app.Lifetime.ApplicationStopping);
        await app.WaitForShutdownAsync();
        return 0;
    }
}
