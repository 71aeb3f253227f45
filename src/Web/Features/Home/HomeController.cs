using MaskedVoicemail.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MaskedVoicemail.Web.Features.Home;

[AllowAnonymous]
public sealed class HomeController : Controller
{
    [HttpGet("/")]
    public IActionResult Index() =>
        User.Identity is { IsAuthenticated: true } ? LocalRedirect(PortalNavigation.Inbox) : View();
}
