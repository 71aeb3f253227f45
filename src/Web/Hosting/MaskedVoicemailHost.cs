using MaskedVoicemail.Application;
using MaskedVoicemail.Infrastructure;
using MaskedVoicemail.Web.Webhooks.Signatures;
using MaskedVoicemail.Web.Webhooks.Twiml;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Web.Hosting;

/// <summary>Puts the program together: one composition for the server and for the commands.</summary>
internal static class MaskedVoicemailHost
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var app = Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (Exception exception) when (exception is SettingException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(exception.Message.ReplaceLineEndings(" "));
            return 1;
        }
    }

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.UseDefaults();

        // The front end's files are found when the program is run from its build output, too.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services
            .AddHostSettings(builder.Configuration)
            .AddTrustedProxies(builder.Configuration)
            .AddApplication()
            .AddInfrastructure(builder.Configuration, builder.Environment)
            .AddPortal()
            .AddSingleton<CallTwiml>();

        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/webhook", StringComparison.OrdinalIgnoreCase),
            webhook => webhook.UseMiddleware<TwilioSignatureMiddleware>());
        app.UsePortal();
        app.MapPortal();
        return app;
    }
}
