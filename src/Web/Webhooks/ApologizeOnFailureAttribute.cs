using MaskedVoicemail.Web.Webhooks.Signatures;
using MaskedVoicemail.Web.Webhooks.Twiml;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MaskedVoicemail.Web.Webhooks;

/// <summary>A failure of ours is logged, and the caller hears an apology rather than Twilio's message about an application error.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ApologizeOnFailureAttribute : ExceptionFilterAttribute
{
    public override void OnException(ExceptionContext context)
    {
        if (context.Exception is OperationCanceledException && context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        var services = context.HttpContext.RequestServices;
        services.GetRequiredService<ILogger<ApologizeOnFailureAttribute>>().LogError(
            context.Exception,
            "Call {CallSid} got an apology: {Path} failed",
            context.HttpContext.Features.Get<TwilioParameters>()?.Sid("CallSid", "CA"),
            context.HttpContext.Request.Path);
        context.Result = new TwimlResult(CallTwiml.Apologize());
        context.ExceptionHandled = true;
    }
}
