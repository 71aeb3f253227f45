using System.Net;
using MaskedVoicemail.Application.Common;
using Microsoft.AspNetCore.HttpOverrides;

namespace MaskedVoicemail.Web.Hosting;

/// <summary>
/// Whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> count: loopback's and those of <c>ForwardedHeaders:KnownProxies</c> and
/// <c>:KnownNetworks</c>, each a list or one text with commas. The host is never taken from a header.
/// </summary>
internal static class TrustedProxies
{
    private const string Proxies = "ForwardedHeaders:KnownProxies";
    private const string Networks = "ForwardedHeaders:KnownNetworks";

    public static IServiceCollection AddTrustedProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var proxies = Values(configuration, Proxies)
            .Select(text => IPAddress.TryParse(text, out var address) ? address : throw new SettingException(Proxies, $"\"{text}\" is no IP address."))
            .ToArray();
        var networks = Values(configuration, Networks)
            .Select(text => System.Net.IPNetwork.TryParse(text, out var network) ? network : throw new SettingException(Networks, $"\"{text}\" is no network such as 10.0.0.0/8."))
            .ToArray();
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            Array.ForEach(proxies, options.KnownProxies.Add);
            Array.ForEach(networks, options.KnownIPNetworks.Add);
        });
    }

    private static IEnumerable<string> Values(IConfiguration configuration, string key) =>
        configuration.GetSection(key).GetChildren().Select(child => child.Value).Append(configuration[key])
            .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
