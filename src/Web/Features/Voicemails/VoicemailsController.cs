using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Application.Voicemails.GetVoicemail;
using MaskedVoicemail.Application.Voicemails.ListVoicemails;
using MaskedVoicemail.Application.Voicemails.MarkVoicemailsHeard;
using MaskedVoicemail.Application.Voicemails.SearchVoicemails;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MaskedVoicemail.Web.Features.Voicemails;

/// <summary>The inbox and a message's page. Reading changes nothing: only playing makes a message heard.</summary>
[Authorize]
[Route("/voicemails")]
public sealed class VoicemailsController(IMediator mediator, InboxPage inbox, MessagePage messagePage) : Controller
{
    /// <summary>Without parameters, which the framework would look for in places where they never are (docs/decisions/0022-a-page-in-one-round-trip.md).</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var cancellationToken = HttpContext.RequestAborted;
        var filter = InboxFilter.Read(Request.Query);
        var turn = filter.Turn;
        var part = new MailboxPart(User.SubscriberId(), filter.ShownFolder, filter.ShownNumber);
        var list = filter.Search is { } search
            ? await mediator.Send(new SearchVoicemailsQuery(part, search, turn), cancellationToken)
            : await mediator.Send(new ListVoicemailsQuery(part, turn), cancellationToken);

        // Past either end of the list the first page is what one looks for: it is never half full.
        var isPastTheEnd = turn is not null && (turn.IsToNewer ? list.Page.Newer is null : list.Page.Items.Count == 0);
        return isPastTheEnd ? LocalRedirect(filter.Url()) : View(inbox.Show(filter, list));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Message(Guid id, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new GetVoicemailQuery(User.SubscriberId(), new VoicemailId(id)), cancellationToken);
        return found.IsSuccess ? View(messagePage.Show(found.Value)) : NotFound();
    }

    /// <summary>A message as it stands in the list, for a list that waits for it to be finished.</summary>
    [HttpGet("{id:guid}/row")]
    public async Task<IActionResult> Row(Guid id, bool namesNumber, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new GetVoicemailQuery(User.SubscriberId(), new VoicemailId(id)), cancellationToken);
        return found.IsSuccess ? PartialView("_Rows", new[] { messagePage.RowOf(found.Value.Item, namesNumber) }) : NotFound();
    }

    /// <summary>The player has begun to play a message.</summary>
    [HttpPost("{id:guid}/played")]
    public async Task<IActionResult> Played(Guid id, CancellationToken cancellationToken)
    {
        var marked = await mediator.Send(new MarkVoicemailsHeardCommand(User.SubscriberId(), [new VoicemailId(id)]), cancellationToken);
        return marked is { IsSuccess: true, Value: 1 } ? NoContent() : NotFound();
    }
}
