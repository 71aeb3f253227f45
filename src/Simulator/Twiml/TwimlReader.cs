using System.Text;
using System.Xml;
using System.Xml.Linq;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Twiml;

/// <summary>Reads the answer to a webhook as Twilio does: by its content type, then as XML, then against the schema.</summary>
internal static class TwimlReader
{
    // Often quoted, nowhere documented.
    private const int MostBytes = 64 * 1024;

    public static TwimlReading Read(WebhookExchange exchange, TwimlUse use)
    {
        var content = exchange.Content.Span;
        if (content.Length > MostBytes)
        {
            return Failed(11750, "The answer is larger than 64 kB.", exchange);
        }

        switch (MediaType(exchange.ContentType))
        {
            case "text/xml" or "application/xml" or "text/html":
                return ReadXml(exchange, use);
            case "text/plain":
                return ReadPlainText(exchange, use);
            case { } audio when audio.StartsWith("audio/", StringComparison.Ordinal):
                return new TwimlReading { IsAudio = true };
            case null when content.IsEmpty:
                return Failed(11770, "The answer has no body.", exchange);
            case var other:
                return Failed(12300, $"The content type {other ?? "(none)"} is not TwiML.", exchange);
        }
    }

    /// <summary>Callbacks drive no call; Twilio wants nothing back, or an empty document.</summary>
    public static DebuggerNotification? ReadAcknowledgement(WebhookExchange exchange)
    {
        if (exchange.StatusCode is 204)
        {
            return null;
        }

        var reading = Read(exchange, TwimlUse.Call);
        return reading.FatalError ?? reading switch
        {
            { Document.Verbs.Count: 0 } => null,
            _ => new(null, NotificationLevel.Warning, "A callback is answered by 204 or an empty Response.", exchange.Url),
        };
    }

    private static TwimlReading ReadPlainText(WebhookExchange exchange, TwimlUse use)
    {
        var reading = ReadXml(exchange, use);
        return reading.Document is not null
            ? reading
            : new TwimlReading
            {
                SpokenText = exchange.Body,
                Notifications =
                [
                    new(null, NotificationLevel.Warning,
                        "text/plain that is no TwiML is read aloud, and the call ends.", exchange.Url),
                ],
            };
    }

    private static TwimlReading ReadXml(WebhookExchange exchange, TwimlUse use)
    {
        var content = exchange.Content.Span;
        if (content.IsEmpty)
        {
            return Failed(11770, "The answer has no body.", exchange);
        }

        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            return Failed(12100, "A byte order mark precedes the XML declaration.", exchange);
        }

        if (content[0] != (byte)'<')
        {
            return Failed(12100, "Something precedes the XML declaration.", exchange);
        }

        XDocument xml;
        try
        {
            using var stream = new MemoryStream(exchange.Content.ToArray());
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            xml = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException exception)
        {
            var code = exception.Message.Contains("Version number", StringComparison.Ordinal) ? 12101 : 12100;
            return Failed(code, $"The document cannot be parsed. {exception.Message}", exchange);
        }

        if (xml.Root is not { } root || root.Name != "Response")
        {
            return Failed(12102, $"The root element is {xml.Root?.Name}, not Response.", exchange);
        }

        var findings = TwimlValidator.Check(root, use, exchange.Url);
        return new TwimlReading
        {
            Document = new TwimlDocument(exchange.Url, [.. root.Elements()]),
            Notifications = findings,
        };
    }

    private static TwimlReading Failed(int code, string message, WebhookExchange exchange) =>
        TwimlReading.Failed(new DebuggerNotification(code, NotificationLevel.Error, message, exchange.Url));

    private static string? MediaType(string? contentType)
    {
        var type = contentType?.Split(';')[0].Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(type) ? null : type;
    }
}
