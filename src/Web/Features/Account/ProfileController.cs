using MaskedVoicemail.Application.Accounts.EndSessions;
using MaskedVoicemail.Application.Accounts.GetProfile;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Web.Features.Shared;
using MaskedVoicemail.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Account;

/// <summary>What people change about their own account.</summary>
[Authorize]
[Route("account/profile")]
public sealed class ProfileController(
    IMediator mediator, UserManager<ApplicationUser> users, SignInManager<ApplicationUser> sessions, TimeZoneChoices zones, IStringLocalizer<AccountText> text)
    : AccountPage
{
    private const string Page = "/account/profile";

    [HttpGet("")]
    public Task<IActionResult> Profile(CancellationToken cancellationToken) => ShowAsync(typed: null, cancellationToken);

    /// <summary>Where the language switch of a form with errors leads back to, and password managers.</summary>
    [HttpGet("password")]
    [HttpGet("/.well-known/change-password")]
    public IActionResult ToProfile() => LocalRedirect(Page);

    [HttpPost("")]
    public async Task<IActionResult> SavePreferences([Bind(Prefix = nameof(ProfileViewModel.Preferences))] PreferencesForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ModelState.IsValid)
        {
            var saved = await mediator.Send(form.ToCommand(User.SubscriberId()), cancellationToken);
            if (saved.IsSuccess)
            {
                await RefreshSessionAsync();
                this.ShowStatus(text["Saved."]);
                return LocalRedirect(Page);
            }

            ModelState.AddErrors(saved, text, nameof(ProfileViewModel.Preferences));
        }

        return await ShowAsync(form, cancellationToken);
    }

    [HttpPost("password")]
    public async Task<IActionResult> ChangePassword([Bind(Prefix = nameof(ProfileViewModel.Password))] ChangePasswordForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var changed = await mediator.Send(form.ToCommand(User.SubscriberId()), cancellationToken);
        if (!changed.IsSuccess)
        {
            ModelState.AddErrors(changed, text, nameof(ProfileViewModel.Password));
            return await ShowAsync(typed: null, cancellationToken);
        }

        await RefreshSessionAsync();
        this.ShowStatus(text["Your password is changed. All other devices are signed out."]);
        return LocalRedirect(Page);
    }

    [HttpPost("sign-out-everywhere")]
    public async Task<IActionResult> SignOutEverywhere(CancellationToken cancellationToken)
    {
        await mediator.Send(new EndSessionsCommand(User.SubscriberId()), cancellationToken);
        await sessions.SignOutAsync();
        this.ShowStatus(text["You are signed out on all devices. It may take the others a minute to notice."]);
        return LocalRedirect("/account/login");
    }

    private async Task<IActionResult> ShowAsync(PreferencesForm? typed, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new GetProfileQuery(User.SubscriberId()), cancellationToken) is not { } profile)
        {
            return NotFound();
        }

        var preferences = typed ?? new PreferencesForm { Language = profile.Language, TimeZone = profile.TimeZone };
        return View(nameof(Profile), new ProfileViewModel(profile.Email, preferences, zones.With(profile.TimeZone)));
    }

    /// <summary>The session says the language and the time zone, and which password it was opened with.</summary>
    private async Task RefreshSessionAsync()
    {
        if (await users.GetUserAsync(User) is { } user)
        {
            await sessions.RefreshSignInAsync(user);
        }
    }
}
