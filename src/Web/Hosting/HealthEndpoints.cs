using MaskedVoicemail.Infrastructure.Operations;
using MaskedVoicemail.Infrastructure.Persistence;

namespace MaskedVoicemail.Web.Hosting;

/// <summary>What orchestrators ask. Answered before everything else that a request goes through: no redirect, no cookie, no sign-in.</summary>
internal static class HealthEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this WebApplication app)
    {
        Map(app, "/healthz", context => AnswerAsync(context, StatusCodes.Status200OK, "alive"));
        Map(app, "/readyz", AnswerReadinessAsync);
    }

    private static void Map(WebApplication app, string path, RequestDelegate answer) =>
        app.MapMethods(path, Methods, answer).AllowAnonymous().ShortCircuit();

    private static async Task AnswerReadinessAsync(HttpContext context)
    {
        if (context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested)
        {
            await AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, "stopping");
            return;
        }

        var state = await context.RequestServices.GetRequiredService<DatabaseReadiness>().GetAsync(context.RequestAborted);
        await (state switch
        {
            DatabaseState.Ready when !context.RequestServices.GetRequiredService<CallersFirst>().AreServed =>
                AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, "warming up"),
            DatabaseState.Ready => AnswerAsync(context, StatusCodes.Status200OK, "ready"),
            DatabaseState.Outdated => AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, "migrations pending"),
            _ => AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, "database unreachable"),
        });
    }

    // Public: no more than a word on the state.
    private static Task AnswerAsync(HttpContext context, int statusCode, string status)
    {
        context.Response.StatusCode = statusCode;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(new { status }, context.RequestAborted);
    }
}
