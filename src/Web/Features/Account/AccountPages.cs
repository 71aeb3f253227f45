using MaskedVoicemail.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;

namespace MaskedVoicemail.Web.Features.Account;

internal static class AccountPages
{
    public static IServiceCollection AddAccountPages(this IServiceCollection services)
    {
        services.AddSingleton<ClientTurns>();
        services.AddScoped<ClientAttempts>();
        services.AddScoped<TimeZoneChoices>();
        services.AddScoped<IUserClaimsPrincipalFactory<ApplicationUser>, PortalClaimsFactory>();
        return services;
    }
}
