using MaskedVoicemail.Application.Operations.ListFailedSteps;
using MaskedVoicemail.Application.Operations.RunFailedStepsAgain;
using MaskedVoicemail.Application.Operations.RunStepAgain;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Admin.Steps;

[Administrators]
[Route("admin/steps")]
public sealed class StepsController(IMediator mediator, JobDashboard dashboard, IStringLocalizer<AdminText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int page = 1, CancellationToken cancellationToken = default) =>
        View(new StepsViewModel(await mediator.Send(new ListFailedStepsQuery(page), cancellationToken), dashboard.Path));

    [HttpPost("again")]
    public async Task<IActionResult> RunAgain(Guid voicemailId, StepKind kind, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var again = await mediator.Send(new RunStepAgainCommand(new VoicemailId(voicemailId), kind), cancellationToken);
        if (again.IsSuccess)
        {
            this.ShowStatus(text["The step runs again now. If it fails once more, it comes back to this list."]);
        }
        else
        {
            this.ShowProblem(text.Say(again.Errors[0]));
        }

        return RedirectToAction(nameof(Index));
    }

    [HttpPost("all-again")]
    public async Task<IActionResult> RunAllAgain(CancellationToken cancellationToken)
    {
        var again = await mediator.Send(new RunFailedStepsAgainCommand(), cancellationToken);
        this.ShowStatus(again.Value == 1 ? text["One step runs again now."] : text["{0:N0} steps run again now.", again.Value]);
        return RedirectToAction(nameof(Index));
    }
}
