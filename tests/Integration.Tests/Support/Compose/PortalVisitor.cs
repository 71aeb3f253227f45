using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;

namespace MaskedVoicemail.Integration.Tests.Support.Compose;

/// <summary>
/// A person with a browser, at the proxy or at a single node. Keeps the portal's cookies by itself: they are for https, which ends at the proxy.
/// </summary>
public sealed partial class PortalVisitor : IDisposable
{
    private readonly HttpClient _http;
    private readonly ConcurrentDictionary<string, string> _cookies;

    /// <param name="address">Where the requests go.</param>
    /// <param name="host">Where the browser believes to be.</param>
    public PortalVisitor(Uri address, string host)
        : this(address, host, [])
    {
    }

    private PortalVisitor(Uri address, string? host, IEnumerable<KeyValuePair<string, string>> cookies)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Host = host;
        _cookies = new ConcurrentDictionary<string, string>(cookies, StringComparer.Ordinal);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The same browser, with its cookies, at another address.</summary>
    public PortalVisitor At(Uri address) => new(address, _http.DefaultRequestHeaders.Host, _cookies);

    public async Task SignInAsync(string email, string password)
    {
        var page = new WebPage(HttpStatusCode.OK, "/account/login", await ReadAsync("/account/login"));
        using var form = new HttpRequestMessage(HttpMethod.Post, "/account/login")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Email"] = email,
                ["Password"] = password,
                ["__RequestVerificationToken"] = page.FormToken,
            }),
        };
        using var answer = await SendAsync(form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>The messages in the inbox, newest first.</summary>
    public async Task<string[]> MessagesAsync() =>
        [.. Message().Matches(await ReadAsync("/voicemails")).Select(match => match.Groups["id"].Value)];

    public async Task<byte[]> AudioAsync(string message)
    {
        using var answer = await GetAsync($"/voicemails/{message}/audio");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(Cancellation);
    }

    public async Task<string> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <returns>0 where nobody answers.</returns>
    public async Task<int> StatusAsync(string path)
    {
        try
        {
            using var answer = await GetAsync(path);
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (!_cookies.IsEmpty)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var answer = await _http.SendAsync(request, Cancellation);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }

        return answer;
    }

    [GeneratedRegex("""data-voicemail="(?<id>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Message();
}
