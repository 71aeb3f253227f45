using MaskedVoicemail.Application.Accounts;
using MaskedVoicemail.Application.Accounts.CheckLink;
using MaskedVoicemail.Application.Accounts.ConfirmAddress;
using MaskedVoicemail.Application.Accounts.Register;
using MaskedVoicemail.Application.Accounts.SendConfirmation;
using MaskedVoicemail.Web.Features.Shared;
using MaskedVoicemail.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Account;

/// <summary>Creating an account and confirming its address.</summary>
[AllowAnonymous]
[Route("account")]
public sealed class RegistrationController(
    IMediator mediator, IStringLocalizer<AccountText> text, DevelopmentPages pages) : AccountPage
{
    [HttpGet("register")]
    public IActionResult Register() => IsSignedIn ? GoTo(null) : View(new RegisterForm());

    [HttpPost("register")]
    [LimitAttempts(CountsSuccess = true)]
    public async Task<IActionResult> Register(RegisterForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var email = form.Email?.Trim() ?? "";
        var registered = await mediator.Send(new RegisterCommand(email, form.Password ?? "", ReaderLanguage, form.TimeZone), cancellationToken);
        if (!registered.IsSuccess)
        {
            ModelState.AddErrors(registered, text);
            return View(form);
        }

        TempData[AccountNotes.Email] = email;
        return LocalRedirect("/account/confirm-email/sent");
    }

    [HttpGet("confirm-email/sent")]
    public IActionResult ConfirmationSent() => View("MailSent", new MailSentViewModel(
        TempData.Peek(AccountNotes.Email) as string, LinkPurpose.ConfirmAddress, pages.HasOutbox));

    [HttpGet("confirm-email")]
    public async Task<IActionResult> ConfirmEmail(LinkForm link, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        var account = await mediator.Send(new CheckLinkQuery(link.Account, LinkPurpose.ConfirmAddress, link.Token ?? ""), cancellationToken);
        return account is null ? LinkEnded() : View(new ConfirmViewModel(account.Email));
    }

    [HttpPost("confirm-email")]
    public async Task<IActionResult> Confirm(LinkForm link, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        var confirmed = await mediator.Send(new ConfirmAddressCommand(link.Account, link.Token ?? ""), cancellationToken);
        if (!confirmed.IsSuccess)
        {
            return LinkEnded();
        }

        TempData[AccountNotes.Email] = confirmed.Value.Email;
        this.ShowStatus(text["Your e-mail address is confirmed. You can sign in now."]);
        return LocalRedirect("/account/login");
    }

    [HttpGet("confirm-email/new")]
    public IActionResult NewConfirmation() => View(new AddressForm { Email = TempData.Peek(AccountNotes.Email) as string });

    [HttpPost("confirm-email/new")]
    [LimitAttempts(CountsSuccess = true)]
    public async Task<IActionResult> NewConfirmation(AddressForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var email = form.Email?.Trim() ?? "";
        var sent = await mediator.Send(new SendConfirmationCommand(email, ReaderLanguage), cancellationToken);
        if (!sent.IsSuccess)
        {
            ModelState.AddErrors(sent, text);
            return View(form);
        }

        TempData[AccountNotes.Email] = email;
        return LocalRedirect("/account/confirm-email/sent");
    }

    private ViewResult LinkEnded() => View("LinkEnded", LinkPurpose.ConfirmAddress);
}
