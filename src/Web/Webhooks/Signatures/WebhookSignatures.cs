namespace MaskedVoicemail.Web.Webhooks.Signatures;

internal static class WebhookSignatures
{
    /// <summary>Each request below <c>/webhook</c> passes one check: SendGrid's at its own address, Twilio's everywhere else.</summary>
    public static WebApplication UseWebhookSignatures(this WebApplication app)
    {
        app.UseWhen(
            context => IsWebhook(context) && !IsMailEvents(context),
            webhook => webhook.UseMiddleware<TwilioSignatureMiddleware>());
        app.UseWhen(IsMailEvents, webhook => webhook.UseMiddleware<SendGridSignatureMiddleware>());
        return app;
    }

    private static bool IsWebhook(HttpContext context) => context.Request.Path.StartsWithSegments("/webhook", StringComparison.OrdinalIgnoreCase);

    private static bool IsMailEvents(HttpContext context) => context.Request.Path.Equals(MailEventsController.Path, StringComparison.OrdinalIgnoreCase);
}
