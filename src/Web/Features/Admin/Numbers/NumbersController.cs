using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Numbers.ChangeNumber;
using MaskedVoicemail.Application.Numbers.GetNumber;
using MaskedVoicemail.Application.Numbers.ListNumbers;
using MaskedVoicemail.Application.Numbers.MoveNumber;
using MaskedVoicemail.Application.Numbers.ReleaseNumber;
using MaskedVoicemail.Application.Numbers.SetUpAtTwilio;
using MaskedVoicemail.Application.Subscriptions.ListPlans;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Admin.Numbers;

[Administrators]
[Route("admin/numbers")]
public sealed class NumbersController(IMediator mediator, PublicAddress address, IStringLocalizer<AdminText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? search, int page = 1, CancellationToken cancellationToken = default) =>
        View(new NumbersViewModel(await mediator.Send(new ListNumbersQuery(search, page), cancellationToken), search));

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancellationToken) => View(await NewModelAsync(new AssignNumberForm(), cancellationToken));

    [HttpPost("new")]
    public async Task<IActionResult> Assign(AssignNumberForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ModelState.IsValid)
        {
            var assigned = await mediator.Send(form.ToCommand(), cancellationToken);
            if (assigned.IsSuccess)
            {
                this.ShowStatus(text["Assigned. Give Twilio the addresses of this page, then call the number to try it."]);
                return RedirectToAction(nameof(Details), new { id = assigned.Value.Value });
            }

            ModelState.AddErrors(assigned, text, nameof(AssignNumberViewModel.Form));
        }

        return View(nameof(New), await NewModelAsync(form, cancellationToken));
    }

    [HttpGet("{id:guid}")]
    public Task<IActionResult> Details(Guid id, CancellationToken cancellationToken) => ShowAsync(id, change: null, move: null, cancellationToken);

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Change(Guid id, ChangeNumberForm change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (ModelState.IsValid)
        {
            var command = new ChangeNumberCommand(new MaskedNumberId(id), change.Version, change.Language, change.Target);
            var changed = await mediator.Send(command, cancellationToken);
            if (changed.IsSuccess)
            {
                return Done(id, text["Saved. The next call follows these settings."]);
            }

            ModelState.AddErrors(changed, text, nameof(NumberViewModel.Change));
            if (changed.Errors.Contains(NumberErrors.ChangedMeanwhile))
            {
                await TakeOverVersionAsync(change, id, cancellationToken);
            }
        }

        return await ShowAsync(id, change, move: null, cancellationToken);
    }

    [HttpPost("{id:guid}/move")]
    public async Task<IActionResult> Move(Guid id, MoveNumberForm move, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(move);
        if (ModelState.IsValid)
        {
            var command = new MoveNumberCommand(new MaskedNumberId(id), move.OwnerEmail, new PlanId(move.PlanId ?? Guid.Empty), move.SharesSubscription);
            var moved = await mediator.Send(command, cancellationToken);
            if (moved.IsSuccess)
            {
                return Done(id, text["Moved. The new owner decides under Settings where its calls ring."]);
            }

            ModelState.AddErrors(moved, text, nameof(NumberViewModel.Move));
        }

        return await ShowAsync(id, change: null, move, cancellationToken);
    }

    [HttpPost("{id:guid}/set-up")]
    public async Task<IActionResult> SetUp(Guid id, CancellationToken cancellationToken)
    {
        var setUp = await mediator.Send(new SetUpAtTwilioCommand(new MaskedNumberId(id), new TwilioUrls(address).ToAddresses()), cancellationToken);
        if (setUp.IsNotFound())
        {
            return NotFound();
        }

        if (setUp.IsSuccess)
        {
            return Done(id, text["Twilio has the addresses now. Call the number to try it."]);
        }

        this.ShowProblem(text.Say(setUp.Errors[0]));
        return RedirectToAction(nameof(Details), new { id });
    }

    [HttpPost("{id:guid}/release")]
    public async Task<IActionResult> Release(Guid id, CancellationToken cancellationToken)
    {
        var released = await mediator.Send(new ReleaseNumberCommand(new MaskedNumberId(id)), cancellationToken);
        if (released.IsNotFound())
        {
            return NotFound();
        }

        if (!released.IsSuccess)
        {
            this.ShowProblem(text.Say(released.Errors[0]));
            return RedirectToAction(nameof(Details), new { id });
        }

        this.ShowStatus(text["Released. Calls to the number are rejected now; its messages stay with their owner."]);
        return RedirectToAction(nameof(Index));
    }

    private RedirectToActionResult Done(Guid id, string sentence)
    {
        this.ShowStatus(sentence);
        return RedirectToAction(nameof(Details), new { id });
    }

    private async Task<AssignNumberViewModel> NewModelAsync(AssignNumberForm form, CancellationToken cancellationToken) =>
        new(form, await mediator.Send(new ListPlansQuery(), cancellationToken), new TwilioUrls(address));

    private async Task<IActionResult> ShowAsync(Guid id, ChangeNumberForm? change, MoveNumberForm? move, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new GetNumberQuery(new MaskedNumberId(id)), cancellationToken);
        if (!found.IsSuccess)
        {
            return NotFound();
        }

        change ??= new ChangeNumberForm { Version = found.Value.Version, Language = found.Value.Language };
        var plans = await mediator.Send(new ListPlansQuery(), cancellationToken);
        return View(nameof(Details), new NumberViewModel(found.Value, change, move ?? new MoveNumberForm(), plans, new TwilioUrls(address)));
    }

    /// <summary>The page says that somebody changed the settings meanwhile: who saves the form once more means it.</summary>
    private async Task TakeOverVersionAsync(ChangeNumberForm change, Guid id, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new GetNumberQuery(new MaskedNumberId(id)), cancellationToken);
        if (found.IsSuccess)
        {
            change.Version = found.Value.Version;
            ModelState.Remove($"{nameof(NumberViewModel.Change)}.{nameof(change.Version)}");
        }
    }
}
