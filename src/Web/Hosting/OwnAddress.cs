using MaskedVoicemail.Application.Common;

namespace MaskedVoicemail.Web.Hosting;

/// <summary>The address at which this process reaches itself, from the settings that say where it listens.</summary>
public static class OwnAddress
{
    private const string Endpoints = "Kestrel:Endpoints";
    private const string Urls = "urls";
    private const string HttpPorts = "http_ports";
    private const string HttpsPorts = "https_ports";

    public static bool IsConfigured(IConfiguration configuration) => Listed(configuration).Any();

    /// <summary>Plain http goes before https, whose development certificate this process need not trust.</summary>
    /// <exception cref="SettingException">An address is malformed.</exception>
    public static string Of(IConfiguration configuration) =>
        Listed(configuration)
            .Select(Parse)
            .Where(address => address is { IsUnixPipe: false, IsNamedPipe: false })
            .OrderBy(address => address.Scheme is "https")
            .Select(Reachable)
            .FirstOrDefault(HostSettings.DefaultUrl);

    /// <summary>What Kestrel takes, in its order of precedence.</summary>
    private static IEnumerable<string> Listed(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection(Endpoints).GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>().ToList();
        if (endpoints.Count > 0)
        {
            return endpoints;
        }

        var urls = Split(configuration[Urls]);
        return urls.Length > 0
            ? urls
            : Split(configuration[HttpPorts]).Select(port => $"http://*:{port}").Concat(Split(configuration[HttpsPorts]).Select(port => $"https://*:{port}"));
    }

    private static string[] Split(string? text) =>
        (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static BindingAddress Parse(string text)
    {
        try
        {
            return BindingAddress.Parse(text);
        }
        catch (FormatException exception)
        {
            throw new SettingException(Urls, exception.Message);
        }
    }

    private static string Reachable(BindingAddress address)
    {
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port).Uri.GetLeftPart(UriPartial.Authority);
    }
}
