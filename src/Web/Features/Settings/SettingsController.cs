using MaskedVoicemail.Application.Numbers.GetForwarding;
using MaskedVoicemail.Application.Numbers.ListOwnNumbers;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Web.Features.Shared;
using MaskedVoicemail.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Web.Features.Settings;

[Authorize]
[Route("settings")]
public sealed class SettingsController(IMediator mediator, IOptions<TranscriptionOptions> transcription, IStringLocalizer<SettingsText> text) : Controller
{
    [HttpGet("")]
    public IActionResult Index() => RedirectToAction(nameof(Forwarding));

    [HttpGet("forwarding/{numberId:guid?}")]
    public async Task<IActionResult> Forwarding(Guid? numberId, CancellationToken cancellationToken)
    {
        var numbers = await mediator.Send(new ListOwnNumbersQuery(User.SubscriberId()), cancellationToken);
        if (numbers.Count == 0 && numberId is null)
        {
            return View("NoNumber");
        }

        var id = numberId is null ? numbers[0].Id : new MaskedNumberId(numberId.Value);
        return await ShowAsync(id, numbers, form: null, cancellationToken);
    }

    [HttpPost("forwarding/{numberId:guid}")]
    public async Task<IActionResult> Save(Guid numberId, ForwardingForm form, CancellationToken cancellationToken)
    {
        var id = new MaskedNumberId(numberId);
        if (ModelState.IsValid)
        {
            var changed = await mediator.Send(form.ToCommand(User.SubscriberId(), id), cancellationToken);
            if (changed.IsSuccess)
            {
                this.ShowStatus(text["Saved. The next call follows these settings."]);
                return RedirectToAction(nameof(Forwarding), new { numberId });
            }

            ModelState.AddErrors(changed, text, nameof(ForwardingViewModel.Form));
            if (changed.Errors.Contains(NumberErrors.ChangedMeanwhile))
            {
                await TakeOverVersionAsync(form, id, cancellationToken);
            }
        }

        var numbers = await mediator.Send(new ListOwnNumbersQuery(User.SubscriberId()), cancellationToken);
        return await ShowAsync(id, numbers, form, cancellationToken);
    }

    /// <summary>The parts of the page that follow what is typed.</summary>
    [HttpPost("forwarding/preview")]
    public IActionResult Preview(ForwardingForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return PartialView("_LiveParts", new CallPreview(form.ToPreview(), transcription.Value));
    }

    private async Task<IActionResult> ShowAsync(
        MaskedNumberId id, IReadOnlyList<OwnNumber> numbers, ForwardingForm? form, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new GetForwardingQuery(User.SubscriberId(), id), cancellationToken);
        if (!found.IsSuccess)
        {
            return NotFound();
        }

        var current = found.Value;
        form ??= ForwardingForm.Of(current.Settings, current.Version);
        var preview = new CallPreview(form.ToPreview(), transcription.Value);
        return View("Forwarding", new ForwardingViewModel(form, id, current.Number, numbers, current.AccountEmail, preview));
    }

    /// <summary>The page says that somebody changed the settings meanwhile: who saves the form once more means it.</summary>
    private async Task TakeOverVersionAsync(ForwardingForm form, MaskedNumberId id, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new GetForwardingQuery(User.SubscriberId(), id), cancellationToken);
        if (found.IsSuccess)
        {
            form.Version = found.Value.Version;
            ModelState.Remove($"{nameof(ForwardingViewModel.Form)}.{nameof(form.Version)}");
        }
    }
}
