using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MaskedVoicemail.Web.Webhooks;

/// <summary>While the database is away, a report can't be kept: 503 makes whoever sent it send it again.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RetryOnDatabaseFailureAttribute : ExceptionFilterAttribute
{
    public override void OnException(ExceptionContext context)
    {
        if (!DatabaseFailure.Is(context.Exception))
        {
            return;
        }

        context.HttpContext.RequestServices.GetRequiredService<ILogger<RetryOnDatabaseFailureAttribute>>().LogWarning(
            "A report to {Path} could not be kept and was answered 503: {Reason}",
            context.HttpContext.Request.Path,
            DatabaseFailure.Describe(context.Exception));
        context.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        context.ExceptionHandled = true;
    }
}
