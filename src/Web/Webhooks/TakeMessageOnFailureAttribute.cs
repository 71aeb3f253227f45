using MaskedVoicemail.Application.Operations;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Web.Webhooks.Signatures;
using MaskedVoicemail.Web.Webhooks.Twiml;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MaskedVoicemail.Web.Webhooks;

/// <summary>
/// When something fails here, the caller is asked for a message all the same: Twilio records it, and the sweep brings it in once everything works again.
/// Needs no database. Somebody who has talked already, or hung up, is asked for nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TakeMessageOnFailureAttribute : ExceptionFilterAttribute
{
    public override void OnException(ExceptionContext context)
    {
        var http = context.HttpContext;
        if (context.Exception is OperationCanceledException && http.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        var parameters = http.Features.Get<TwilioParameters>();
        http.RequestServices.GetRequiredService<ILogger<TakeMessageOnFailureAttribute>>().LogError(
            context.Exception,
            "Call {CallSid} is answered without the database: {Path} failed",
            parameters?.Sid("CallSid", "CA"),
            http.Request.Path);
        http.RequestServices.GetRequiredService<ServiceMetrics>().CallRouted(CallRoute.Emergency);
        context.Result = new TwimlResult(parameters is not null && DialParameters.Read(parameters) is { } dial && (dial.WasAnswered || dial.IsCallerGone)
            ? CallTwiml.HangUp()
            : http.RequestServices.GetRequiredService<CallTwiml>().TakeMessageInEmergency());
        context.ExceptionHandled = true;
    }
}
