using MaskedVoicemail.Application.Accounts;
using MaskedVoicemail.Application.Accounts.CheckLink;
using MaskedVoicemail.Application.Accounts.RequestPasswordReset;
using MaskedVoicemail.Application.Accounts.ResetPassword;
using MaskedVoicemail.Web.Features.Shared;
using MaskedVoicemail.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Account;

/// <summary>A new password for somebody who has forgotten the old one.</summary>
[AllowAnonymous]
[Route("account")]
public sealed class PasswordController(
    IMediator mediator, IStringLocalizer<AccountText> text, DevelopmentPages pages) : AccountPage
{
    [HttpGet("forgot-password")]
    public IActionResult ForgotPassword() => View(new AddressForm { Email = TempData.Peek(AccountNotes.Email) as string ?? User.Identity?.Name });

    [HttpPost("forgot-password")]
    [LimitAttempts(CountsSuccess = true)]
    public async Task<IActionResult> ForgotPassword(AddressForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var email = form.Email?.Trim() ?? "";
        var requested = await mediator.Send(new RequestPasswordResetCommand(email, ReaderLanguage), cancellationToken);
        if (!requested.IsSuccess)
        {
            ModelState.AddErrors(requested, text);
            return View(form);
        }

        TempData[AccountNotes.Email] = email;
        return LocalRedirect("/account/forgot-password/sent");
    }

    [HttpGet("forgot-password/sent")]
    public IActionResult ResetSent() => View("MailSent", new MailSentViewModel(
        TempData.Peek(AccountNotes.Email) as string, LinkPurpose.ResetPassword, pages.HasOutbox));

    [HttpGet("reset-password")]
    public Task<IActionResult> ResetPassword(LinkForm link, CancellationToken cancellationToken) => ShowAsync(link, cancellationToken);

    [HttpPost("reset-password")]
    [LimitAttempts]
    public async Task<IActionResult> ResetPassword([FromQuery] LinkForm link, [FromForm] string? password, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        var reset = await mediator.Send(new ResetPasswordCommand(link.Account, link.Token ?? "", password ?? ""), cancellationToken);
        if (!reset.IsSuccess)
        {
            ModelState.AddErrors(reset, text);
            return await ShowAsync(link, cancellationToken);
        }

        TempData[AccountNotes.Email] = reset.Value.Email;
        this.ShowStatus(text["Your new password is set. You can sign in with it now."]);
        return LocalRedirect("/account/login");
    }

    private async Task<IActionResult> ShowAsync(LinkForm link, CancellationToken cancellationToken)
    {
        var account = await mediator.Send(new CheckLinkQuery(link.Account, LinkPurpose.ResetPassword, link.Token ?? ""), cancellationToken);
        return account is null ? View("LinkEnded", LinkPurpose.ResetPassword) : View(new ResetPasswordViewModel(account.Email));
    }
}
