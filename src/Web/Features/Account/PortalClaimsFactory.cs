using System.Security.Claims;
using MaskedVoicemail.Application.Accounts.GetProfile;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Web.Localization;
using MaskedVoicemail.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Web.Features.Account;

/// <summary>Adds the language and the time zone to the session, so that pages need not look them up.</summary>
internal sealed class PortalClaimsFactory(
    UserManager<ApplicationUser> users, RoleManager<ApplicationRole> roles, IOptions<IdentityOptions> options, IMediator mediator)
    : UserClaimsPrincipalFactory<ApplicationUser, ApplicationRole>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(ApplicationUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (await mediator.Send(new GetProfileQuery(new SubscriberId(user.Id))) is { } profile)
        {
            identity.AddClaim(new Claim(PortalClaims.Language, PortalLanguages.CultureOf(profile.Language)));
            identity.AddClaim(new Claim(PortalClaims.TimeZone, profile.TimeZone));
        }

        return identity;
    }
}
