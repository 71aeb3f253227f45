using MaskedVoicemail.Web.Webhooks.Twiml;
using Microsoft.AspNetCore.Mvc;

namespace MaskedVoicemail.Web.Webhooks;

/// <summary>Text messages to a masked number. They are not kept: the empty document tells Twilio to send no answer.</summary>
public sealed class MessagingController : WebhookController
{
    [HttpPost("sms"), HttpGet("sms")]
    public IActionResult Message() => Twiml(new TwimlDocument());
}
