using MaskedVoicemail.Web.Hosting;
using MaskedVoicemail.Web.Webhooks.Signatures;

namespace MaskedVoicemail.Web.Webhooks;

/// <summary>
/// The way of what programs post: a signature instead of a sign-in, and nothing of what pages need (cookies, languages, headers for browsers, error pages).
/// </summary>
internal static class WebhookPipeline
{
    /// <summary>Each request below <c>/webhook</c> passes one check, SendGrid's at its own address and Twilio's everywhere else, and ends here.</summary>
    public static WebApplication UseWebhooks(this WebApplication app)
    {
        app.UseWhen(IsWebhook, webhooks => webhooks
            .UseWhen(context => !IsMailEvents(context), twilio => twilio.UseMiddleware<TwilioSignatureMiddleware>())
            .UseWhen(IsMailEvents, sendGrid => sendGrid.UseMiddleware<SendGridSignatureMiddleware>())
            .UseNotFound()
            .UseAuthorization()
            .UseEndpoints(_ => { }));
        return app;
    }

    private static bool IsWebhook(HttpContext context) => context.Request.Path.StartsWithSegments("/webhook", StringComparison.OrdinalIgnoreCase);

    private static bool IsMailEvents(HttpContext context) => context.Request.Path.Equals(MailEventsController.Path, StringComparison.OrdinalIgnoreCase);
}
