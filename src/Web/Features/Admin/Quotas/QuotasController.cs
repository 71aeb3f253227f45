using MaskedVoicemail.Application.Subscriptions.ChangeQuotas;
using MaskedVoicemail.Application.Subscriptions.ChangeStatus;
using MaskedVoicemail.Application.Subscriptions.GetSubscription;
using MaskedVoicemail.Application.Subscriptions.ListPlans;
using MaskedVoicemail.Application.Subscriptions.ListSubscriptions;
using MaskedVoicemail.Application.Subscriptions.TakePlan;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Admin.Quotas;

[Administrators]
[Route("admin/quotas")]
public sealed class QuotasController(IMediator mediator, IStringLocalizer<AdminText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? search, string? filter, int page = 1, CancellationToken cancellationToken = default)
    {
        var onlyNearLimit = filter is QuotasViewModel.NearLimit;
        return View(new QuotasViewModel(
            await mediator.Send(new ListPlansQuery(), cancellationToken),
            await mediator.Send(new ListSubscriptionsQuery(search, onlyNearLimit, page), cancellationToken),
            search,
            onlyNearLimit));
    }

    [HttpGet("{id:guid}")]
    public Task<IActionResult> Details(Guid id, CancellationToken cancellationToken) => ShowAsync(id, form: null, cancellationToken);

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Change(Guid id, QuotasForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ModelState.IsValid)
        {
            var changed = await mediator.Send(
                new ChangeQuotasCommand(new SubscriptionId(id), form.ForwardingQuota, form.VoicemailQuota), cancellationToken);
            if (changed.IsSuccess)
            {
                return Answer(id, changed, text["Saved. Sealed messages that fit into the new quota are open now."]);
            }

            ModelState.AddErrors(changed, text, nameof(SubscriptionViewModel.Form));
        }

        return await ShowAsync(id, form, cancellationToken);
    }

    [HttpPost("{id:guid}/plan")]
    public async Task<IActionResult> TakePlan(Guid id, Guid planId, CancellationToken cancellationToken) => Answer(
        id,
        await mediator.Send(new TakePlanCommand(new SubscriptionId(id), new PlanId(planId)), cancellationToken),
        text["The subscription has the plan's quotas now. What was used stays used."]);

    [HttpPost("{id:guid}/activate")]
    public async Task<IActionResult> Activate(Guid id, CancellationToken cancellationToken) => Answer(
        id,
        await mediator.Send(new ChangeStatusCommand(new SubscriptionId(id), IsActive: true), cancellationToken),
        text["Active: calls are taken again."]);

    [HttpPost("{id:guid}/deactivate")]
    public async Task<IActionResult> Deactivate(Guid id, CancellationToken cancellationToken) => Answer(
        id,
        await mediator.Send(new ChangeStatusCommand(new SubscriptionId(id), IsActive: false), cancellationToken),
        text["Not active: callers hear that the number can't be reached."]);

    private IActionResult Answer(Guid id, Result result, string sentence)
    {
        if (result.IsNotFound())
        {
            return NotFound();
        }

        if (result.IsSuccess)
        {
            this.ShowStatus(sentence);
        }
        else
        {
            this.ShowProblem(text.Say(result.Errors[0]));
        }

        return RedirectToAction(nameof(Details), new { id });
    }

    private async Task<IActionResult> ShowAsync(Guid id, QuotasForm? form, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new GetSubscriptionQuery(new SubscriptionId(id)), cancellationToken);
        if (!found.IsSuccess)
        {
            return NotFound();
        }

        form ??= new QuotasForm { ForwardingQuota = found.Value.Forwarding.Limit, VoicemailQuota = found.Value.Voicemails.Limit };
        return View(nameof(Details), new SubscriptionViewModel(found.Value, await mediator.Send(new ListPlansQuery(), cancellationToken), form));
    }
}
