using System.Globalization;
using System.Xml.Linq;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Twiml;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Messaging;

/// <summary>Brings a text message to the program. https://www.twilio.com/docs/messaging/guides/webhook-request</summary>
internal sealed class TextDelivery(TwilioSimulator simulator, TextMessage message)
{
    private readonly IncomingPhoneNumber _number = simulator.Account.Number(message.To);
    private readonly List<DebuggerNotification> _notifications = [];

    public async Task<DeliveredText> RunAsync(CancellationToken cancellationToken)
    {
        var parameters = Parameters();
        var (exchange, reading) = await RequestAsync(_number.SmsUrl, _number.SmsMethod, parameters, cancellationToken);
        if (reading.FatalError is { } error && _number.SmsFallbackUrl.Length > 0)
        {
            var fallback = parameters
                .With("ErrorCode", (error.Code ?? 0).ToString(CultureInfo.InvariantCulture))
                .With("ErrorUrl", exchange.Url);
            (exchange, reading) = await RequestAsync(_number.SmsFallbackUrl, _number.SmsFallbackMethod, fallback, cancellationToken);
        }

        var replies = reading.Document?.Verbs.Where(verb => verb.Name == "Message").Select(Reply).ToArray() ?? [];
        return new DeliveredText(exchange, replies, _notifications);
    }

    private async Task<(WebhookExchange Exchange, TwimlReading Reading)> RequestAsync(
        string url, string method, WebhookParameters parameters, CancellationToken cancellationToken)
    {
        var delivery = new WebhookDelivery { Kind = WebhookKind.Sms, Url = url, Method = method, Parameters = parameters };
        var exchange = (await simulator.Webhooks.DeliverAsync(delivery, cancellationToken))[^1];
        _notifications.AddRange(FailureNotification.OfRequest(delivery, exchange));
        var reading = FailureNotification.Of(exchange) is { } failure
            ? TwimlReading.Failed(failure)
            : TwimlReader.Read(exchange, TwimlUse.Messaging);
        if (!exchange.IsFault)
        {
            _notifications.AddRange(reading.Notifications);
        }

        return (exchange, reading);
    }

    private TextReply Reply(XElement verb) => new(
        verb.Value("from") ?? message.To,
        verb.Value("to") ?? message.From,
        (verb.Element("Body")?.Value ?? verb.Value).Trim());

    private WebhookParameters Parameters()
    {
        var parameters = new WebhookParameters
        {
            { "MessageSid", message.MessageSid },
            { "SmsSid", message.MessageSid },
            { "SmsMessageSid", message.MessageSid },
            { "AccountSid", simulator.Account.Sid },
            { "ApiVersion", "2010-04-01" },
            { "SmsStatus", "received" },
            { "From", message.From },
            { "To", message.To },
            { "Body", message.Body },
            { "NumSegments", "1" },
            { "NumMedia", message.Media.Count.ToString(CultureInfo.InvariantCulture) },
        };
        for (var i = 0; i < message.Media.Count; i++)
        {
            parameters.Add($"MediaUrl{i}", message.Media[i].Url);
            parameters.Add($"MediaContentType{i}", message.Media[i].ContentType);
        }

        parameters.AddRange(message.ExtraParameters);
        return parameters;
    }
}
