using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using MaskedVoicemail.Domain.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>Somebody who is signed in to the portal, in a browser that keeps cookies and follows no redirect.</summary>
public sealed partial class Reader : IDisposable
{
    private readonly HttpClient _browser;

    public Reader(VoicemailService service, SubscriberId subscriber, params IEnumerable<string> roles)
    {
        _browser = service.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri(VoicemailService.PublicBaseUrl), AllowAutoRedirect = false });
        var cookie = service.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, subscriber.ToString()), .. roles.Select(role => new Claim(ClaimTypes.Role, role))],
            IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(
            new ClaimsPrincipal(identity), new AuthenticationProperties { IssuedUtc = service.Clock.GetUtcNow() }, IdentityConstants.ApplicationScheme);
        _browser.DefaultRequestHeaders.Add("Cookie", $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _browser.SendAsync(request, Cancellation);

    public Task<HttpResponseMessage> GetAsync(string path) => _browser.GetAsync(path, Cancellation);

    /// <summary>Reads a page that must be there.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    /// <summary>Sends a form with the token of a page, as a button on it does.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params IEnumerable<KeyValuePair<string, string>> fields)
    {
        var token = Token().Match(await ReadAsync("/voicemails")).Groups["token"].Value;
        return await _browser.PostAsync(path, new FormUrlEncodedContent([.. fields, KeyValuePair.Create("__RequestVerificationToken", token)]), Cancellation);
    }

    public void Dispose() => _browser.Dispose();

    [GeneratedRegex("""<meta name="request-token" content="(?<token>[^"]+)""")]
    private static partial Regex Token();
}
