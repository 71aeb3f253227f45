namespace MaskedVoicemail.Web.Hosting;

internal static class MissingEndpoints
{
    /// <summary>What does not exist is a 404 for everybody; the fallback policy would send who is signed out to the sign-in page.</summary>
    public static IApplicationBuilder UseNotFound(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is not null)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
