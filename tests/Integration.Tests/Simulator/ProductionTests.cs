using System.Net;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace MaskedVoicemail.Integration.Tests.Simulator;

public sealed class ProductionTests(SqliteService service) : IClassFixture<SqliteService>
{
    [Theory]
    [InlineData("/simulator")]
    [InlineData("/simulator/calls/CA00000000000000000000000000000001")]
    [InlineData("/simulator/samples/0")]
    [InlineData("/outbox")]
    [InlineData("/2010-04-01/Accounts/AC00000000000000000000000000000001/Recordings.json")]
    public async Task What_stands_in_for_partners_does_not_exist(string path)
    {
        using var browser = service.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri(VoicemailService.PublicBaseUrl) });

        using var response = await browser.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
