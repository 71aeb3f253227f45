using Microsoft.AspNetCore.Mvc.Testing;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>A person with a browser of their own, at an address of their own.</summary>
public sealed class Visitor : IDisposable
{
    private static int _visitors;

    private readonly HttpClient _browser;

    public Visitor(VoicemailService service, string language = "en")
        : this(Browser(service), language)
    {
    }

    /// <param name="browser">Keeps cookies and follows redirects.</param>
    /// <param name="language">What it asks for.</param>
    public Visitor(HttpClient browser, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(browser);
        var index = Interlocked.Increment(ref _visitors);
        _browser = browser;
        _browser.DefaultRequestHeaders.Add("Accept-Language", language);
        _browser.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.{index / 250}.{1 + (index % 250)}");
    }

    public async Task<WebPage> OpenAsync(string path)
    {
        using var response = await _browser.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    /// <summary>Opens a page, fills in its form and sends it.</summary>
    public async Task<WebPage> SendAsync(string path, params (string Name, string Value)[] fields) =>
        await SendAsync(await OpenAsync(path), path, fields);

    /// <summary>Sends the form of a page that is open.</summary>
    /// <param name="page">Whose form it is.</param>
    /// <param name="path">Where to.</param>
    /// <param name="fields">What is filled in.</param>
    /// <param name="host">A Host header other than the service's.</param>
    public async Task<WebPage> SendAsync(WebPage page, string path, (string Name, string Value)[] fields, string? host = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(
                fields.Append(("__RequestVerificationToken", page.FormToken)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        };
        request.Headers.Host = host;
        using var response = await _browser.SendAsync(request, TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    public Task<WebPage> RegisterAsync(string email, string password) =>
        SendAsync("/account/register", ("Email", email), ("Password", password));

    public Task<WebPage> SignInAsync(string email, string password) =>
        SendAsync("/account/login", ("Email", email), ("Password", password));

    public void Dispose() => _browser.Dispose();

    private static HttpClient Browser(VoicemailService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return service.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri(VoicemailService.PublicBaseUrl) });
    }

    private static async Task<WebPage> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.RequestMessage!.RequestUri!.PathAndQuery,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
