using MaskedVoicemail.Application.Subscriptions.GetUsage;
using MaskedVoicemail.Web.Localization;
using MaskedVoicemail.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MaskedVoicemail.Web.Features.Usage;

[Authorize]
public sealed class UsageController(IMediator mediator, ViewerTime time) : Controller
{
    [HttpGet("/usage")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var subscriptions = await mediator.Send(new GetUsageQuery(User.SubscriberId(), time.Zone), cancellationToken);
        return View(subscriptions.Select(usage => new UsageViewModel(usage, new UsageChart(usage.Days, DaysOf(usage)))).ToList());
    }

    private int DaysOf(SubscriptionUsage usage) => (time.ToLocal(usage.PeriodEnd).Date - time.ToLocal(usage.PeriodStart).Date).Days + 1;
}
