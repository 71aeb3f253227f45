using MaskedVoicemail.Application.Notifications.RecordDeliveries;
using MaskedVoicemail.Infrastructure.Notifications.SendGrid;
using MaskedVoicemail.Web.Webhooks.Signatures;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MaskedVoicemail.Web.Webhooks;

/// <summary>
/// What SendGrid reports about mails, in batches, at least once and in any order. 204 means that it is committed; a failure of ours answers
/// 5xx, so that SendGrid sends the batch again.
/// </summary>
[RetryOnDatabaseFailure]
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[Route("webhook")]
public sealed class MailEventsController(IMediator mediator, ILogger<MailEventsController> logger) : ControllerBase
{
    /// <summary>The one address below <c>/webhook</c> that SendGrid signs, not Twilio.</summary>
    public const string Path = "/webhook/sendgrid-events";

    [HttpPost("sendgrid-events")]
    public async Task<IActionResult> Report()
    {
        // Another spelling of the path leads here, too, and was not checked for SendGrid's signature.
        if (HttpContext.Features.Get<SignedMailEvents>() is not { } signed)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (SendGridEvents.Read(signed.Body) is not { } reports)
        {
            logger.LogWarning("SendGrid sent something that is no list of events");
            return BadRequest();
        }

        await mediator.Send(new RecordDeliveriesCommand(reports), HttpContext.RequestAborted);
        return NoContent();
    }
}
