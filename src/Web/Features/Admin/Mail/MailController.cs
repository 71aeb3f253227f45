using MaskedVoicemail.Application.Notifications.LiftSuppression;
using MaskedVoicemail.Application.Notifications.ListNotifications;
using MaskedVoicemail.Application.Notifications.ListSuppressedAddresses;
using MaskedVoicemail.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Admin.Mail;

/// <summary>What became of the mails that announce messages, and the addresses to which none are sent any more.</summary>
[Administrators]
[Route("admin/mail")]
public sealed class MailController(IMediator mediator, IStringLocalizer<AdminText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? filter, int page = 1, CancellationToken cancellationToken = default)
    {
        var wanted = MailViewModel.FilterOf(filter);
        return View(new MailViewModel(await mediator.Send(new ListNotificationsQuery(wanted, page), cancellationToken), wanted));
    }

    [HttpGet("suppressed")]
    public async Task<IActionResult> Suppressed(int page = 1, CancellationToken cancellationToken = default) =>
        View(new SuppressedViewModel(await mediator.Send(new ListSuppressedAddressesQuery(page), cancellationToken)));

    [HttpPost("suppressed/lift")]
    public async Task<IActionResult> Lift(string? address, CancellationToken cancellationToken)
    {
        var lifted = await mediator.Send(new LiftSuppressionCommand(address ?? ""), cancellationToken);
        if (lifted.IsSuccess)
        {
            this.ShowStatus(text["The next mail is sent to {0} again.", address ?? ""]);
        }
        else
        {
            this.ShowProblem(text.Say(lifted.Errors[0]));
        }

        return RedirectToAction(nameof(Suppressed));
    }
}
