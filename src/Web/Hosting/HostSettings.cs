using System.Security.Cryptography;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Web.Webhooks.Signatures;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Web.Hosting;

/// <summary>Settings on which the composition itself depends.</summary>
internal static class HostSettings
{
    public const string DefaultUrl = "http://localhost:5080";

    private const string PublicBaseUrl = "PublicBaseUrl";
    private const string AccountSid = "Twilio:AccountSid";
    private const string AuthToken = "Twilio:AuthToken";

    /// <summary>Completes the configuration of a machine on which nothing is configured.</summary>
    public static void UseDefaults(this WebApplicationBuilder builder)
    {
        // The settings that come with the program hold wherever it is started from; all other sources override them.
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource
        {
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
            Path = "appsettings.json",
            Optional = true,
        });
        if (!OwnAddress.IsConfigured(builder.Configuration))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        if (!builder.Environment.IsDevelopment())
        {
            return;
        }

        var here = OwnAddress.Of(builder.Configuration);
        if (string.IsNullOrEmpty(builder.Configuration[PublicBaseUrl]))
        {
            builder.Configuration[PublicBaseUrl] = here;
        }

        if (string.IsNullOrEmpty(builder.Configuration[AccountSid]) && string.IsNullOrEmpty(builder.Configuration[AuthToken]))
        {
            // The simulated line: an account of its own, new with each start, whose REST API this process answers itself.
            builder.Configuration[AccountSid] = "AC" + RandomNumberGenerator.GetHexString(32, lowercase: true);
            builder.Configuration[AuthToken] = RandomNumberGenerator.GetHexString(32, lowercase: true);
            builder.Configuration["Twilio:ApiBaseUrl"] = here;
            builder.Configuration[SimulatedLine.Key] = "true";
        }
    }

    public static IServiceCollection AddHostSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => new PublicAddress(ReadPublicBaseUrl(configuration)));
        services.AddSingleton(_ => new TwilioSignature(
            Required(configuration, AuthToken, "the account's auth token is required; it checks that webhooks come from Twilio."),
            configuration["Twilio:SecondaryAuthToken"] ?? ""));
        services.AddSingleton(_ => new SendGridSignature(configuration[SendGridSignature.Setting]));
        return services;
    }

    /// <summary>Reads now what a server needs, so that a mistake stops it at start; commands do without.</summary>
    /// <exception cref="SettingException">A setting is missing or malformed.</exception>
    /// <exception cref="OptionsValidationException">The same.</exception>
    public static void DemandHostSettings(this IServiceProvider services)
    {
        // The host itself would ask only after the database has been migrated.
        services.GetRequiredService<IStartupValidator>().Validate();
        services.GetRequiredService<PublicAddress>();
        services.GetRequiredService<TwilioSignature>();
        services.GetRequiredService<SendGridSignature>();
    }

    private static Uri ReadPublicBaseUrl(IConfiguration configuration)
    {
        var text = Required(configuration, PublicBaseUrl, "the https address that Twilio and people use is required, for example https://voicemail.example.com.");
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { Query: "", Fragment: "", UserInfo: "" }
            ? url
            : throw new SettingException(PublicBaseUrl, "must be an absolute http or https address without query, for example https://voicemail.example.com.");
    }

    private static string Required(IConfiguration configuration, string key, string reason) =>
        configuration[key] is { Length: > 0 } value ? value : throw new SettingException(key, reason);
}
