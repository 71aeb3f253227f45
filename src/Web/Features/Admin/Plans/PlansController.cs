using MaskedVoicemail.Application.Subscriptions.ChangePlan;
using MaskedVoicemail.Application.Subscriptions.CreatePlan;
using MaskedVoicemail.Application.Subscriptions.DeletePlan;
using MaskedVoicemail.Application.Subscriptions.ListPlans;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Admin.Plans;

[Administrators]
[Route("admin/quotas/plans")]
public sealed class PlansController(IMediator mediator, IStringLocalizer<AdminText> text) : Controller
{
    private const string Quotas = "/admin/quotas";

    [HttpGet("new")]
    public IActionResult New() => View("Plan", new PlanViewModel(new PlanForm(), Plan: null));

    [HttpPost("new")]
    public async Task<IActionResult> Create(PlanForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ModelState.IsValid)
        {
            var created = await mediator.Send(new CreatePlanCommand(form.Name, form.ForwardingQuota, form.VoicemailQuota), cancellationToken);
            if (created.IsSuccess)
            {
                this.ShowStatus(text["The plan is there. Numbers can be assigned with it now."]);
                return Redirect(Quotas);
            }

            ModelState.AddErrors(created, text, nameof(PlanViewModel.Form));
        }

        return View("Plan", new PlanViewModel(form, Plan: null));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } plan
            ? View("Plan", new PlanViewModel(new PlanForm { Name = plan.Name, ForwardingQuota = plan.ForwardingQuota, VoicemailQuota = plan.VoicemailQuota }, plan))
            : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Change(Guid id, PlanForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ModelState.IsValid)
        {
            var changed = await mediator.Send(
                new ChangePlanCommand(new PlanId(id), form.Name, form.ForwardingQuota, form.VoicemailQuota), cancellationToken);
            if (changed.IsSuccess)
            {
                this.ShowStatus(text["Saved. Subscriptions that have the plan already keep their quotas."]);
                return Redirect(Quotas);
            }

            ModelState.AddErrors(changed, text, nameof(PlanViewModel.Form));
        }

        return await FindAsync(id, cancellationToken) is { } plan ? View("Plan", new PlanViewModel(form, plan)) : NotFound();
    }

    [HttpPost("{id:guid}/delete")]
    public async Task<IActionResult> Delete(Guid id, CancellationToken cancellationToken)
    {
        var deleted = await mediator.Send(new DeletePlanCommand(new PlanId(id)), cancellationToken);
        if (deleted.IsSuccess)
        {
            this.ShowStatus(text["The plan was deleted."]);
        }
        else
        {
            this.ShowProblem(text.Say(deleted.Errors[0]));
        }

        return Redirect(Quotas);
    }

    private async Task<PlanItem?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await mediator.Send(new ListPlansQuery(), cancellationToken)).SingleOrDefault(plan => plan.Id == new PlanId(id));
}
