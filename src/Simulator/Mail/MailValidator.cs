using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MaskedVoicemail.Simulator.Mail;

/// <summary>The rules of <c>POST /v3/mail/send</c>. https://www.twilio.com/docs/sendgrid/api-reference/mail-send</summary>
internal sealed class MailValidator(JsonObject mail, DateTimeOffset now)
{
    private const int MostPersonalizations = 1000;
    private const int MostRecipients = 1000;
    private const int MostCategories = 10;
    private const int MostCategoryCharacters = 255;
    private const int MostCustomArgBytes = 10_000;

    private static readonly TimeSpan LatestSending = TimeSpan.FromHours(72);

    private static readonly HashSet<string> ReservedHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-sg-id", "x-sg-eid", "received", "dkim-signature", "Content-Type", "Content-Transfer-Encoding", "To", "From",
        "Subject", "Reply-To", "CC", "BCC",
    };

    private readonly List<MailError> _errors = [];

    public IReadOnlyList<MailError> Check()
    {
        Address(mail["from"], "from");
        Personalizations();
        Content();
        Attachments();
        Categories();
        Common(mail, "");
        if (mail["reply_to"] is not null)
        {
            Require(mail["reply_to_list"] is null, "reply_to", "reply_to and reply_to_list exclude each other.");
            Address(mail["reply_to"], "reply_to");
        }

        return _errors;
    }

    private void Personalizations()
    {
        if (mail["personalizations"] is not JsonArray { Count: > 0 and <= MostPersonalizations } personalizations)
        {
            Require(false, "personalizations", "The personalizations field is required and must have 1 to 1000 objects.");
            return;
        }

        var recipients = 0;
        for (var i = 0; i < personalizations.Count; i++)
        {
            var field = $"personalizations.{i}";
            if (personalizations[i] is not JsonObject personalization)
            {
                Require(false, field, "A personalization must be an object.");
                continue;
            }

            Require(
                personalization["to"] is JsonArray { Count: > 0 },
                $"{field}.to",
                "The to array is required for all personalization objects.");
            foreach (var kind in (string[])["to", "cc", "bcc"])
            {
                var addresses = personalization[kind] as JsonArray ?? [];
                recipients += addresses.Count;
                for (var j = 0; j < addresses.Count; j++)
                {
                    Address(addresses[j], $"{field}.{kind}.{j}");
                }
            }

            Require(
                !string.IsNullOrEmpty(String(personalization["subject"]) ?? String(mail["subject"])), "subject",
                "The subject is required. You can get around this requirement if you use a template with a subject defined.");
            Common(personalization, $"{field}.");
        }

        Require(recipients <= MostRecipients, "personalizations", "There may be 1000 recipients in a request.");
    }

    private void Content()
    {
        if (mail["content"] is not JsonArray { Count: > 0 } content)
        {
            Require(
                mail["template_id"] is not null,
                "content",
                "Unless a valid template_id is provided, the content parameter is required.");
            return;
        }

        for (var i = 0; i < content.Count; i++)
        {
            Require(
                !string.IsNullOrEmpty(String(Member(content[i], "type"))),
                $"content.{i}.type",
                "The content type must be a string at least one character in length.");
            Require(
                !string.IsNullOrEmpty(String(Member(content[i], "value"))),
                $"content.{i}.value",
                "The content value must be a string at least one character in length.");
        }
    }

    private void Attachments()
    {
        var attachments = mail["attachments"] as JsonArray ?? [];
        for (var i = 0; i < attachments.Count; i++)
        {
            var content = String(Member(attachments[i], "content"));
            Require(
                !string.IsNullOrEmpty(content) && IsBase64(content),
                $"attachments.{i}.content",
                "The attachment content must be base64 encoded.");
            Require(
                !string.IsNullOrEmpty(String(Member(attachments[i], "filename"))),
                $"attachments.{i}.filename",
                "The attachment filename is required.");
            Require(
                String(Member(attachments[i], "disposition")) is null or "attachment" or "inline",
                $"attachments.{i}.disposition",
                "The disposition must be attachment or inline.");
        }
    }

    private void Categories()
    {
        var categories = mail["categories"] as JsonArray ?? [];
        Require(categories.Count <= MostCategories, "categories", "There may be 10 categories.");
        Require(
            categories.All(category => String(category) is { Length: > 0 and <= MostCategoryCharacters }),
            "categories",
            "A category has 1 to 255 characters.");
    }

    /// <summary>What may stand in the mail and in each personalization.</summary>
    private void Common(JsonObject part, string prefix)
    {
        if (part["custom_args"] is { } customArgs)
        {
            Require(
                customArgs is JsonObject args && args.All(arg => String(arg.Value) is not null),
                $"{prefix}custom_args",
                "The custom_args must be an object of strings.");
            Require(
                Encoding.UTF8.GetByteCount(customArgs.ToJsonString()) <= MostCustomArgBytes,
                $"{prefix}custom_args",
                "The custom_args must not exceed 10000 bytes.");
        }

        if (part["headers"] is { } headers)
        {
            Require(
                headers is JsonObject fields && fields.All(header => String(header.Value) is not null && !ReservedHeaders.Contains(header.Key)),
                $"{prefix}headers", "The headers must be an object of strings, without reserved names.");
        }

        if (part["send_at"] is { } sendAt)
        {
            Require(
                sendAt is JsonValue value && value.TryGetValue<long>(out var time) && time <= (now + LatestSending).ToUnixTimeSeconds(),
                $"{prefix}send_at", "The send_at must be a Unix timestamp within 72 hours.");
        }
    }

    private void Address(JsonNode? address, string field) => Require(
        String(Member(address, "email")) is { } email && email.Split('@') is [{ Length: > 0 }, { Length: > 0 }]
            && !email.Any(char.IsWhiteSpace),
        $"{field}.email",
        "Does not contain a valid address.");

    private void Require(bool isRight, string field, string message)
    {
        if (!isRight)
        {
            _errors.Add(new MailError(message, field));
        }
    }

    private static JsonNode? Member(JsonNode? node, string name) => (node as JsonObject)?[name];

    private static string? String(JsonNode? node) => node?.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : null;

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);
}
