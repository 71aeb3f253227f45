using MaskedVoicemail.Simulator.Twiml;

namespace MaskedVoicemail.Simulator.Webhooks;

/// <summary>Twilio's words for requests that failed.</summary>
internal static class FailureNotification
{
    public static DebuggerNotification? Of(WebhookExchange exchange)
    {
        (int Code, string Message)? failure = exchange.Failure switch
        {
            WebhookFailure.None => null,
            WebhookFailure.Connection => (11202, "The connection failed."),
            WebhookFailure.ReadTimeout => (11200, "The answer took too long."),
            WebhookFailure.TotalTimeout => (11203, "No answer within the time for all attempts."),
            WebhookFailure.BrokenOff => (11200, "The answer broke off."),
            WebhookFailure.TooManyRedirects => (11215, "Too many redirects."),
            WebhookFailure.BadUrl => (11210, $"The URL {exchange.Url} does not lead to the program."),
            _ => (11217, $"The program answered {exchange.StatusCode}."),
        };
        return failure is var (code, message) ? new(code, NotificationLevel.Error, message, exchange.Url) : null;
    }

    public static IEnumerable<DebuggerNotification> OfRequest(WebhookDelivery delivery, WebhookExchange exchange)
    {
        foreach (var mistake in ConnectionOverrides.Of(delivery.Url).Mistakes)
        {
            yield return new(11243, NotificationLevel.Warning, $"The connection override {mistake} is invalid.", exchange.Url);
        }

        if (exchange.Redirects > 0)
        {
            yield return new(null, NotificationLevel.Warning,
                "The webhook was redirected; after 301 and 302 the form fields are lost.", exchange.Url);
        }
    }
}
