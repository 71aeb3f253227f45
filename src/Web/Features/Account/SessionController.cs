using MaskedVoicemail.Application.Accounts;
using MaskedVoicemail.Application.Accounts.CheckCredentials;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Account;

/// <summary>Signing in and out.</summary>
[AllowAnonymous]
[Route("account")]
public sealed class SessionController(
    IMediator mediator, UserManager<ApplicationUser> users, SignInManager<ApplicationUser> signIn, Sessions sessions, IStringLocalizer<AccountText> text)
    : AccountPage
{
    [HttpGet("login")]
    public IActionResult Login(string? returnUrl) =>
        IsSignedIn ? GoTo(returnUrl) : View(new LoginForm { ReturnUrl = returnUrl, Email = TempData[AccountNotes.Email] as string });

    [HttpPost("login")]
    [LimitAttempts]
    [HarmlessTwice]
    public async Task<IActionResult> Login(LoginForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var email = form.Email?.Trim() ?? "";
        var check = await mediator.Send(new CheckCredentialsCommand(email, form.Password ?? ""), cancellationToken);
        if (check.IsSuccess && await users.FindByIdAsync(check.Value.Id.ToString()) is { } user)
        {
            await signIn.SignInAsync(user, form.StaysSignedIn);
            return GoTo(form.ReturnUrl);
        }

        // For the pages that are offered now: a new link, a new password.
        TempData[AccountNotes.Email] = email;
        ModelState.AddErrors(check, text);
        ViewData[AccountNotes.NotConfirmed] = check.Errors.Contains(AccountErrors.NotConfirmed);
        return View(form);
    }

    [HttpPost("logout")]
    [HarmlessTwice]
    public async Task<IActionResult> Logout(CancellationToken cancellationToken)
    {
        var cookie = await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await sessions.EndAsync(cookie.Properties, cancellationToken);
        await signIn.SignOutAsync();
        this.ShowStatus(text["You are signed out."]);
        return LocalRedirect("/account/login");
    }
}
