using MaskedVoicemail.Application.Voicemails.ArchiveVoicemails;
using MaskedVoicemail.Application.Voicemails.DeleteVoicemails;
using MaskedVoicemail.Application.Voicemails.MarkVoicemailsHeard;
using MaskedVoicemail.Application.Voicemails.MarkVoicemailsNew;
using MaskedVoicemail.Application.Voicemails.MoveVoicemailsToInbox;
using MaskedVoicemail.Application.Voicemails.RestoreVoicemails;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Web.Features.Shared;
using MaskedVoicemail.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Voicemails;

/// <summary>What one does with messages, with one or with all that are ticked. Each says on the next page what it did.</summary>
[Authorize]
[Route("/voicemails")]
public sealed class VoicemailActionsController(IMediator mediator, IStringLocalizer<VoicemailsText> text) : Controller
{
    private SubscriberId Owner => User.SubscriberId();

    [HttpPost("heard"), HttpPost("{id:guid}/heard")]
    public Task<IActionResult> MarkHeard(VoicemailSelection selection, CancellationToken cancellationToken) => ChangeAsync(
        selection,
        new MarkVoicemailsHeardCommand(Owner, selection.Chosen),
        count => count == 1 ? text["Marked as read."] : text["{0} messages marked as read.", count],
        undoUrl: null,
        cancellationToken);

    [HttpPost("new"), HttpPost("{id:guid}/new")]
    public Task<IActionResult> MarkNew(VoicemailSelection selection, CancellationToken cancellationToken) => ChangeAsync(
        selection,
        new MarkVoicemailsNewCommand(Owner, selection.Chosen),
        count => count == 1 ? text["Marked as new."] : text["{0} messages marked as new.", count],
        undoUrl: null,
        cancellationToken);

    [HttpPost("archive"), HttpPost("{id:guid}/archive")]
    public Task<IActionResult> Archive(VoicemailSelection selection, CancellationToken cancellationToken) => ChangeAsync(
        selection,
        new ArchiveVoicemailsCommand(Owner, selection.Chosen),
        count => count == 1 ? text["Archived."] : text["{0} messages archived.", count],
        "/voicemails/inbox",
        cancellationToken);

    [HttpPost("inbox"), HttpPost("{id:guid}/inbox")]
    public Task<IActionResult> MoveToInbox(VoicemailSelection selection, CancellationToken cancellationToken) => ChangeAsync(
        selection,
        new MoveVoicemailsToInboxCommand(Owner, selection.Chosen),
        count => count == 1 ? text["Moved to the inbox."] : text["{0} messages moved to the inbox.", count],
        "/voicemails/archive",
        cancellationToken);

    [HttpPost("delete"), HttpPost("{id:guid}/delete")]
    public Task<IActionResult> Delete(VoicemailSelection selection, CancellationToken cancellationToken) => ChangeAsync(
        selection,
        new DeleteVoicemailsCommand(Owner, selection.Chosen),
        count => count == 1 ? text["Deleted."] : text["{0} messages deleted.", count],
        "/voicemails/restore",
        cancellationToken);

    [HttpPost("restore"), HttpPost("{id:guid}/restore")]
    public Task<IActionResult> Restore(VoicemailSelection selection, CancellationToken cancellationToken) => ChangeAsync(
        selection,
        new RestoreVoicemailsCommand(Owner, selection.Chosen),
        count => count == 1 ? text["Restored."] : text["{0} messages restored.", count],
        "/voicemails/delete",
        cancellationToken);

    private async Task<IActionResult> ChangeAsync(
        VoicemailSelection selection, IRequest<Result<int>> command, Func<int, string> whatWasDone, string? undoUrl, CancellationToken cancellationToken)
    {
        var returnUrl = Url.IsLocalUrl(selection.ReturnUrl) ? selection.ReturnUrl : PortalNavigation.Inbox;
        if (selection.Chosen.Count == 0)
        {
            this.ShowProblem(text["Select a message first."]);
            return LocalRedirect(returnUrl);
        }

        var changed = await mediator.Send(command, cancellationToken);
        if (!changed.IsSuccess || changed.Value == 0)
        {
            return NotFound();
        }

        this.ShowStatus(
            whatWasDone(changed.Value),
            undoUrl,
            [.. selection.Chosen.Select(id => KeyValuePair.Create("ids", id.ToString())), KeyValuePair.Create("returnUrl", returnUrl)]);
        return LocalRedirect(returnUrl);
    }
}
