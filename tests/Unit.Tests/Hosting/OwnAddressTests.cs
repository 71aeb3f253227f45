using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace MaskedVoicemail.Unit.Tests.Hosting;

/// <summary>The address under which the program reaches itself, however it was told where to listen.</summary>
public sealed class OwnAddressTests
{
    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080")]
    [InlineData("http://*:5080", "http://localhost:5080")]
    [InlineData("http://+:5080", "http://localhost:5080")]
    [InlineData("http://0.0.0.0:5080", "http://localhost:5080")]
    [InlineData("http://[::]:5080", "http://localhost:5080")]
    [InlineData("http://[::1]:5080", "http://[::1]:5080")]
    [InlineData("http://127.0.0.1:5080/", "http://127.0.0.1:5080")]
    [InlineData("http://localhost", "http://localhost")]
    [InlineData("https://localhost:5443;http://localhost:5080", "http://localhost:5080")]
    [InlineData("https://localhost:5443", "https://localhost:5443")]
    [InlineData("http://unix:/run/voicemail.sock;http://localhost:5080", "http://localhost:5080")]
    public void An_address_to_listen_on_is_one_to_reach(string urls, string expected) =>
        Assert.Equal(expected, OwnAddress.Of(Settings(("urls", urls))));

    [Fact]
    public void Ports_are_enough() =>
        Assert.Equal("http://localhost:8080", OwnAddress.Of(Settings(("http_ports", "8080;8081"), ("https_ports", "8443"))));

    [Fact]
    public void Addresses_go_before_ports() =>
        Assert.Equal("http://localhost:5080", OwnAddress.Of(Settings(("http_ports", "8080"), ("urls", "http://*:5080"))));

    [Fact]
    public void Endpoints_go_before_addresses() =>
        Assert.Equal("http://localhost:9090", OwnAddress.Of(Settings(("Kestrel:Endpoints:Http:Url", "http://*:9090"), ("urls", "http://*:5080"))));

    [Fact]
    public void Nothing_configured_is_the_default()
    {
        Assert.False(OwnAddress.IsConfigured(Settings()));
        Assert.Equal("http://localhost:5080", OwnAddress.Of(Settings()));
    }

    [Fact]
    public void A_malformed_address_is_named()
    {
        var problem = Assert.Throws<SettingException>(() => OwnAddress.Of(Settings(("urls", "localhost:5080"))));

        Assert.StartsWith("urls: ", problem.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
}
