using System.Globalization;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Web.Features.Shared;
using MaskedVoicemail.Web.Localization;
using Microsoft.AspNetCore.Mvc;

namespace MaskedVoicemail.Web.Features.Account;

/// <summary>The controllers of this feature, whose views stand in one folder.</summary>
public abstract class AccountPage : Controller
{
    protected static Language ReaderLanguage => PortalLanguages.LanguageOf(CultureInfo.CurrentUICulture);

    protected bool IsSignedIn => User.Identity is { IsAuthenticated: true };

    public override ViewResult View(string? viewName, object? model) =>
        base.View($"~/Features/Account/{viewName ?? ControllerContext.ActionDescriptor.ActionName}.cshtml", model);

    /// <summary>Never to another site, whatever a link says.</summary>
    protected LocalRedirectResult GoTo(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : PortalNavigation.Inbox);
}
