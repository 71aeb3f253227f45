using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Infrastructure.Twilio;
using MaskedVoicemail.Simulator;
using MaskedVoicemail.Simulator.Rest;
using MaskedVoicemail.Web.Features.Simulator;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Web.Hosting;

/// <summary>Whether this process plays Twilio for itself: in Development without credentials only.</summary>
public static class SimulatedLine
{
    /// <summary>Set by the program itself, never by configuration.</summary>
    internal const string Key = "SimulatedLine";

    public static bool IsOn(IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return environment.IsDevelopment() && configuration.GetValue<bool>(Key);
    }

    /// <summary>Twilio, played by this process, and the page on which people use it.</summary>
    public static IServiceCollection AddSimulatedLine(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        if (IsOn(configuration, environment))
        {
            services.AddSingleton(CreateSimulator);
            services.AddSingleton<SimulatedCalls>();
            services.AddSingleton<SimulatorWords>();
            services.AddSingleton<TimelineWords>();
            services.AddSingleton<RingFormReader>();
            services.AddScoped<CallableNumbers>();
            services.AddScoped<CallResults>();
        }

        return services;
    }

    /// <summary>Twilio's REST API, under this process's own address.</summary>
    public static WebApplication MapSimulatedLine(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (IsOn(app.Configuration, app.Environment))
        {
            app.MapTwilioApi(app.Services.GetRequiredService<TwilioSimulator>);
        }

        return app;
    }

    /// <summary>It reaches the program on this machine, even where the public address is a proxy's.</summary>
    private static TwilioSimulator CreateSimulator(IServiceProvider services)
    {
        var twilio = services.GetRequiredService<IOptions<TwilioOptions>>().Value;
        return new TwilioSimulator(
            new TwilioSimulatorOptions
            {
                AccountSid = twilio.AccountSid!,
                AuthToken = twilio.AuthToken!,
                PublicBaseUrl = new Uri(services.GetRequiredService<PublicAddress>().ToString()),
                AppAddress = twilio.ApiBaseUrl,
                Strict = false,
            },
            clock: services.GetRequiredService<TimeProvider>());
    }
}
