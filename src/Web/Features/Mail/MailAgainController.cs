using MaskedVoicemail.Application.Notifications.SendAgain;
using MaskedVoicemail.Web.Features.Shared;
using MaskedVoicemail.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Mail;

/// <summary>The button of the notice that mail comes back.</summary>
[Authorize]
public sealed class MailAgainController(IMediator mediator, IStringLocalizer<MailText> text) : Controller
{
    [HttpPost("/settings/mail-again")]
    public async Task<IActionResult> SendAgain(string? address, string? returnUrl, CancellationToken cancellationToken)
    {
        var again = await mediator.Send(new SendAgainCommand(User.SubscriberId(), address ?? ""), cancellationToken);
        if (again.IsNotFound())
        {
            return NotFound();
        }

        if (again.IsSuccess)
        {
            this.ShowStatus(text["The next message is announced at this address again."]);
        }
        else
        {
            this.ShowProblem(text.Say(again.Errors[0]));
        }

        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : PortalNavigation.Inbox);
    }
}
