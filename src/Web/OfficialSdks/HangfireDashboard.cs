using Hangfire;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Web.Features.Admin.Steps;

namespace MaskedVoicemail.Web.OfficialSdks;

/// <summary>Hangfire's own pages, for administrators.</summary>
internal static class HangfireDashboard
{
    private const string Path = "/admin/hangfire";

    /// <summary>As everywhere no script but our own origin's; its charts write styles into the page.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static IServiceCollection AddJobDashboard(this IServiceCollection services) =>
        services.AddSingleton(provider => new JobDashboard(provider.GetService<JobStorage>() is null ? null : Path));

    /// <summary>Nothing where the job engine is not Hangfire: with SQLite.</summary>
    public static void MapHangfire(this WebApplication app)
    {
        if (app.Services.GetService<JobStorage>() is not { } storage)
        {
            return;
        }

        var options = new DashboardOptions { AppPath = "/admin/steps", DashboardTitle = "MaskedVoicemail", DisplayStorageConnectionString = false };
        var dashboard = app.MapHangfireDashboardWithNoAuthorizationFilters(Path, options, storage);
        dashboard.RequireAuthorization(policy => policy.RequireRole(ApplicationRole.Administrator));
        dashboard.Add(endpoint =>
        {
            var show = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context =>
            {
                context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
                return show(context);
            };
        });
    }
}
