using MaskedVoicemail.Application.Accounts;
using MaskedVoicemail.Infrastructure.Persistence;
using MaskedVoicemail.Infrastructure.Seeding;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MaskedVoicemail.Infrastructure.Accounts;

internal static class AccountServices
{
    /// <summary>Signing out, a lock, another role and a new password hold everywhere within a minute. Half of it leaves room for nodes whose clocks differ.</summary>
    private static readonly TimeSpan SessionsChecked = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services
            .AddIdentity<ApplicationUser, ApplicationRole>(Configure)
            .AddEntityFrameworkStores<AppDbContext>()
            .AddTokenProvider<ConfirmationTokenProvider>(ConfirmationTokenProvider.Name)
            .AddTokenProvider<PasswordResetTokenProvider>(PasswordResetTokenProvider.Name);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = SessionsChecked);
        services.AddScoped<ISecurityStampValidator, SessionCheck>();
        services.AddScoped<SessionValidator>();
        services.AddScoped<Sessions>();
        services.AddScoped<IAttemptCounter, DatabaseAttemptCounter>();
        services.AddScoped<NobodysAttempts>();
        services.AddScoped<PasswordAttempts>();
        services.AddScoped<ISignInAccounts, IdentityAccounts>();
        services.AddScoped<AdministratorAccounts>();
        services.AddScoped<AccountDirectory>();
        services.AddScoped<AccountAdministration>();
        services.AddScoped<DemoAccounts>();
        services.AddScoped<DemoData>();
        return services.AddKeys(configuration, environment);
    }

    private static void Configure(IdentityOptions options)
    {
        // The name is the e-mail address, in which more is allowed than in Identity's names.
        options.User.AllowedUserNameCharacters = "";
        options.User.RequireUniqueEmail = true;
        options.SignIn.RequireConfirmedEmail = true;
        options.Password.RequiredLength = AccountPassword.MinLength;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 10;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        options.Tokens.EmailConfirmationTokenProvider = ConfirmationTokenProvider.Name;
        options.Tokens.PasswordResetTokenProvider = PasswordResetTokenProvider.Name;
    }
}
