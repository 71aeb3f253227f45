using MaskedVoicemail.Application.Calls.ListCalls;
using MaskedVoicemail.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MaskedVoicemail.Web.Features.Calls;

/// <summary>The call log: who called, and what became of it.</summary>
[Authorize]
public sealed class CallsController(IMediator mediator, CallLog log) : Controller
{
    [HttpGet("/calls")]
    public async Task<IActionResult> Index(CallsFilter filter, CancellationToken cancellationToken)
    {
        var turn = filter.Turn;
        var calls = await mediator.Send(new ListCallsQuery(User.SubscriberId(), filter.ShownOutcome, turn), cancellationToken);

        // Past either end of the list the first page is what one looks for: it is never half full.
        var isPastTheEnd = turn is not null && (turn.IsToNewer ? calls.Page.Newer is null : calls.Page.Items.Count == 0);
        return isPastTheEnd ? LocalRedirect(filter.Url()) : View(log.Show(filter, calls));
    }
}
