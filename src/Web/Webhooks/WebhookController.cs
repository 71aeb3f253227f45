using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Web.Webhooks.Signatures;
using MaskedVoicemail.Web.Webhooks.Twiml;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MaskedVoicemail.Web.Webhooks;

/// <summary>
/// What Twilio posts. Anonymous for the portal's sign-in: <see cref="TwilioSignatureMiddleware"/> has let only signed requests through.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[Route("webhook")]
public abstract class WebhookController : ControllerBase
{
    protected TwilioParameters Parameters =>
        HttpContext.Features.Get<TwilioParameters>() ?? throw new InvalidOperationException("The request was not checked for Twilio's signature.");

    /// <summary>Once nobody waits for the answer. As an action's parameter it would have MVC read the form, the query and the route for it.</summary>
    private protected CancellationToken Abandoned => HttpContext.RequestAborted;

    /// <summary>The caller's leg, or null where Twilio named none.</summary>
    protected string? CallSid => Parameters.Sid("CallSid", "CA");

    private protected static TwimlResult Twiml(TwimlDocument document) => new(document);

    /// <summary>The language that our own TwiML put into this URL; both where it did not know the number's.</summary>
    private protected IReadOnlyList<Prompts> PromptsOfUrl => (string?)Request.Query["language"] switch
    {
        "zh" => [Prompts.Chinese],
        "en" => [Prompts.English],
        _ => Prompts.All,
    };
}
