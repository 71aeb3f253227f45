using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>Looks from time to time whether a session is still good: the account's security stamp says so for all of them, <see cref="Sessions"/> for this one.</summary>
internal sealed class SessionValidator(
    IOptions<SecurityStampValidatorOptions> options, SignInManager<ApplicationUser> signInManager, ILoggerFactory loggers, Sessions sessions)
    : SecurityStampValidator<ApplicationUser>(options, signInManager, loggers)
{
    protected override async Task SecurityStampVerified(ApplicationUser user, CookieValidatePrincipalContext context)
    {
        if (await sessions.HasEndedAsync(context.Properties, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await SignInManager.SignOutAsync();
            return;
        }

        // A session of an earlier version has none yet.
        Sessions.EnsureName(context.Properties);
        await base.SecurityStampVerified(user, context);
    }
}
