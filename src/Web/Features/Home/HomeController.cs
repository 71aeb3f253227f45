using MaskedVoicemail.Web.Features.Shared;
using MaskedVoicemail.Web.Localization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace MaskedVoicemail.Web.Features.Home;

[AllowAnonymous]
public sealed class HomeController(TimeProvider clock) : Controller
{
    private static readonly TimeSpan LanguageKept = TimeSpan.FromDays(365);

    [HttpGet("/")]
    public IActionResult Index() =>
        User.Identity is { IsAuthenticated: true } ? LocalRedirect(PortalNavigation.Inbox) : View();

    [HttpPost("/language")]
    public IActionResult Language(string? language, string? returnUrl)
    {
        if (PortalLanguages.Serving(language) is { } culture)
        {
            Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
                new CookieOptions { Expires = clock.GetUtcNow() + LanguageKept, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, IsEssential = true });
        }

        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
