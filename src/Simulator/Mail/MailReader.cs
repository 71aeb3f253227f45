using System.Text.Json.Nodes;

namespace MaskedVoicemail.Simulator.Mail;

/// <summary>Reads a mail that was found to be right.</summary>
internal static class MailReader
{
    public static IEnumerable<SentMail> Read(JsonObject mail, string json, string messageId, DateTimeOffset at) =>
        mail["personalizations"]!.AsArray().Select(personalization => new SentMail
        {
            MessageId = messageId,
            At = at,
            From = (string)mail["from"]!["email"]!,
            FromName = (string?)mail["from"]!["name"],
            To = [.. personalization!["to"]!.AsArray().Select(to => (string)to!["email"]!)],
            Subject = (string?)personalization["subject"] ?? (string)mail["subject"]!,
            Text = Content(mail, "text/plain"),
            Html = Content(mail, "text/html"),
            CustomArgs = CustomArgs(mail, personalization.AsObject()),
            Attachments =
            [
                .. (mail["attachments"]?.AsArray() ?? []).Select(attachment => new MailAttachment(
                    (string)attachment!["filename"]!,
                    (string?)attachment["type"],
                    Convert.FromBase64String((string)attachment["content"]!))),
            ],
            Json = json,
        });

    private static string? Content(JsonObject mail, string type) =>
        (string?)mail["content"]?.AsArray().FirstOrDefault(content => (string?)content!["type"] == type)?["value"];

    private static Dictionary<string, string> CustomArgs(params JsonObject[] parts)
    {
        var all = new Dictionary<string, string>();
        foreach (var (name, value) in parts.SelectMany(part => part["custom_args"]?.AsObject() ?? []))
        {
            all[name] = (string)value!;
        }

        return all;
    }
}
