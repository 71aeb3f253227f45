using MaskedVoicemail.Application.Numbers.ListNumbers;
using MaskedVoicemail.Application.Subscriptions.GetOverview;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace MaskedVoicemail.Web.Features.Admin;

[Administrators]
public sealed class AdminController(IMediator mediator) : Controller
{
    [HttpGet("/admin")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(new OverviewViewModel(
        await mediator.Send(new GetOverviewQuery(), cancellationToken),
        await mediator.Send(new ListNumbersQuery(), cancellationToken)));
}
