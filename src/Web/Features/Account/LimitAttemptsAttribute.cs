using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MaskedVoicemail.Web.Features.Account;

/// <summary>Limits how often one client may fail here, or have a mail sent; see <see cref="ClientAttempts"/> and <see cref="ClientTurns"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LimitAttemptsAttribute : Attribute, IFilterFactory
{
    /// <summary>Signing in may succeed any number of times: a whole office can stand behind one address.</summary>
    public bool CountsSuccess { get; init; }

    public bool IsReusable => false;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) =>
        new Filter(serviceProvider.GetRequiredService<ClientTurns>(), serviceProvider.GetRequiredService<ClientAttempts>(), CountsSuccess);

    private sealed class Filter(ClientTurns turns, ClientAttempts attempts, bool countsSuccess) : IAsyncActionFilter
    {
        public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
        {
            var client = context.HttpContext.Connection.RemoteIpAddress;
            using var turn = await turns.WaitAsync(client, context.HttpContext.RequestAborted);
            if (!turn.IsAcquired || await attempts.AreUsedUpAsync(client, context.HttpContext.RequestAborted))
            {
                context.HttpContext.Response.Headers.RetryAfter = ClientAttempts.RetryAfterSeconds;
                context.Result = new StatusCodeResult(StatusCodes.Status429TooManyRequests);
                return;
            }

            var executed = await next();
            if (countsSuccess || executed.Result is not LocalRedirectResult)
            {
                await attempts.CountAsync(client);
            }
        }
    }
}
