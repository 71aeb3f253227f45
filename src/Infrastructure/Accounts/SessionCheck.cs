using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>
/// Has a session looked at where that is due. Most requests come with one that was looked at a moment ago, and need none of the services that
/// <see cref="SessionValidator"/> is made of.
/// </summary>
internal sealed class SessionCheck(IOptions<SecurityStampValidatorOptions> options, TimeProvider clock, IServiceProvider services) : ISecurityStampValidator
{
    public Task ValidateAsync(CookieValidatePrincipalContext context) =>
        clock.GetUtcNow() - context.Properties.IssuedUtc <= options.Value.ValidationInterval
            ? Task.CompletedTask
            : services.GetRequiredService<SessionValidator>().ValidateAsync(context);
}
