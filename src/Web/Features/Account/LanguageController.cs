using System.Globalization;
using MaskedVoicemail.Application.Accounts.ChangeLanguage;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Web.Localization;
using MaskedVoicemail.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace MaskedVoicemail.Web.Features.Account;

/// <summary>The language switch of every page: for this browser, and for the account of whoever is signed in.</summary>
[AllowAnonymous]
public sealed class LanguageController(
    IMediator mediator, UserManager<ApplicationUser> users, SignInManager<ApplicationUser> sessions, TimeProvider clock) : AccountPage
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    [HttpPost("/language")]
    public async Task<IActionResult> Switch(string? language, string? returnUrl, CancellationToken cancellationToken)
    {
        if (PortalLanguages.Serving(language) is { } culture)
        {
            Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
                new CookieOptions { Expires = clock.GetUtcNow() + Kept, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, IsEssential = true });
            if (IsSignedIn && await users.GetUserAsync(User) is { } user)
            {
                await mediator.Send(new ChangeLanguageCommand(User.SubscriberId(), PortalLanguages.LanguageOf(CultureInfo.GetCultureInfo(culture))), cancellationToken);
                await sessions.RefreshSignInAsync(user);
            }
        }

        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
