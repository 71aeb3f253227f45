using System.Net;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Integration.Tests.Support;

namespace MaskedVoicemail.Integration.Tests.OfficialSdks;

/// <summary>Hangfire's own pages, where it is the job engine.</summary>
public sealed class HangfireDashboardTests(PostgreSqlService service) : IClassFixture<PostgreSqlService>
{
    private static readonly string[] Pages = ["/admin/hangfire", "/admin/hangfire/servers", "/admin/hangfire/recurring", "/admin/hangfire/jobs/enqueued"];

    private static SubscriberId Somebody => new(Guid.CreateVersion7());

    [Fact]
    public async Task An_administrator_sees_the_jobs_without_script_from_elsewhere()
    {
        using var administrator = new Reader(service, Somebody, ApplicationRole.Administrator);

        foreach (var page in Pages)
        {
            using var answer = await administrator.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("script-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }

        Assert.Contains("reconcile-with-twilio", await administrator.ReadAsync("/admin/hangfire/recurring"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        using var subscriber = new Reader(service, Somebody);
        using var stranger = service.CreateClient(new() { AllowAutoRedirect = false });

        foreach (var page in Pages)
        {
            using var refused = await subscriber.GetAsync(page);
            using var sent = await stranger.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }
    }
}
