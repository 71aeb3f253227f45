using System.Net;
using System.Text.RegularExpressions;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Integration.Tests.Portal;

/// <summary>A foreign page can make a browser send a form with its cookies, but not with the token of one of our pages.</summary>
public sealed partial class GuardingAgainstForgeryTests(SqliteService service) : IClassFixture<SqliteService>
{
    [Fact]
    public async Task No_form_is_taken_without_the_token_of_a_page()
    {
        using var administrator = new Reader(service, new SubscriberId(Guid.CreateVersion7()), ApplicationRole.Administrator);
        using var stranger = service.CreateClient();
        var forms = service.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") is true)
            .Select(endpoint => "/" + Parameter().Replace(endpoint.RoutePattern.RawText!, _ => Guid.CreateVersion7().ToString()))
            .Where(path => !path.StartsWith("/webhook/", StringComparison.Ordinal))
            .ToList();
        var taken = new List<string>();

        foreach (var path in forms)
        {
            using var form = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([]) };
            // Whoever is signed in already is led on by that form, and nothing is done.
            using var answer = await (path == "/account/login" ? stranger.SendAsync(form, TestContext.Current.CancellationToken) : administrator.SendAsync(form));
            if (answer.StatusCode is not HttpStatusCode.BadRequest)
            {
                taken.Add($"{path}: {(int)answer.StatusCode}");
            }
        }

        Assert.True(forms.Count > 30, $"Only {forms.Count} forms were found.");
        Assert.Empty(taken);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
