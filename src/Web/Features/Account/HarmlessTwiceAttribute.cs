using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MaskedVoicemail.Web.Features.Account;

/// <summary>
/// A form belongs to whom it was shown to. Signing in and out changes who that is, so a second click on the button arrives with
/// a form of nobody's: what it asks for is done already, and the reader goes on instead of seeing an error.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HarmlessTwiceAttribute : Attribute, IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult && IsDone(context.HttpContext))
        {
            context.Result = new LocalRedirectResult("/");
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    private static bool IsDone(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true } != context.Request.Path.StartsWithSegments("/account/logout", StringComparison.OrdinalIgnoreCase);
}
