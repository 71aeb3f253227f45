using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MaskedVoicemail.Application.Notifications.RecordDeliveries;
using MaskedVoicemail.Domain.Notifications;

namespace MaskedVoicemail.Infrastructure.Notifications.SendGrid;

/// <summary>
/// Reads the body of SendGrid's event webhook: a JSON array. Events that say nothing about delivery, that are of a kind added since, or
/// that carry no reference of ours are passed over, so that one of them never holds up the rest.
/// </summary>
public static partial class SendGridEvents
{
    /// <summary>The reason is a foreign server's text: no more of it is looked at.</summary>
    private const int LongestReason = 1_000;

    /// <returns>Null where the body is no array.</returns>
    public static IReadOnlyList<DeliveryReport>? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var events = JsonDocument.Parse(body);
            return events.RootElement.ValueKind is JsonValueKind.Array
                ? [.. events.RootElement.EnumerateArray().Select(Read).OfType<DeliveryReport>()]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DeliveryReport? Read(JsonElement entry)
    {
        if (entry.ValueKind is not JsonValueKind.Object
            || !Guid.TryParse(Text(entry, MailSendRequest.Reference), out var reference)
            || Text(entry, "email") is not { Length: > 0 and <= Notification.RecipientMaxLength } recipient
            || Time(entry) is not { } at
            || StateOf(entry) is not { } state)
        {
            return null;
        }

        return new DeliveryReport(new NotificationId(reference), recipient, state, at, ReasonOf(entry), SuppressionOf(entry));
    }

    private static DeliveryState? StateOf(JsonElement entry) => Text(entry, "event") switch
    {
        "processed" => DeliveryState.Unknown,
        "deferred" => DeliveryState.Deferred,
        "delivered" => DeliveryState.Delivered,
        "bounce" => DeliveryState.Bounced,
        "dropped" => DeliveryState.Dropped,
        "spamreport" => DeliveryState.SpamReported,
        _ => null,
    };

    /// <summary>
    /// What will happen to the next mail, too. A block (a bounce of type <c>blocked</c>) is about a single mail or a server's mood, and other
    /// reasons to drop one are about the mail or the account.
    /// </summary>
    private static SuppressionReason? SuppressionOf(JsonElement entry) => (Text(entry, "event"), Text(entry, "type"), Text(entry, "reason")) switch
    {
        ("bounce", not "blocked", _) => SuppressionReason.Bounced,
        ("dropped", _, "Bounced Address") => SuppressionReason.Bounced,
        ("dropped", _, "Invalid") => SuppressionReason.Invalid,
        ("dropped", _, "Spam Reporting Address") or ("spamreport", _, _) => SuppressionReason.SpamReported,
        _ => null,
    };

    /// <summary>Servers quote the address in what they say, and some quote the mail.</summary>
    private static string? ReasonOf(JsonElement entry)
    {
        var said = Text(entry, "reason") ?? Text(entry, "response");
        if (string.IsNullOrWhiteSpace(said))
        {
            return null;
        }

        said = said.Length <= LongestReason ? said : said[..LongestReason];
        var clean = Blanks().Replace(Personal().Replace(said, "…"), " ").Trim();
        return clean.Length <= Notification.DeliveryReasonMaxLength ? clean : string.Concat(clean.AsSpan(0, Notification.DeliveryReasonMaxLength - 1), "…");
    }

    private static DateTimeOffset? Time(JsonElement entry) =>
        Text(entry, "timestamp") is { } seconds
            && long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var unix)
            && unix <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(unix)
            : null;

    private static string? Text(JsonElement entry, string name)
    {
        try
        {
            return entry.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a character, say, of what a foreign server said: that it is no text shows only when it is read.
            return null;
        }
    }

    /// <summary>Addresses, web addresses with what they carry, and telephone numbers.</summary>
    [GeneratedRegex(@"\S*@\S*|https?://\S+|\+?\d[\d().-]{6,}\d", RegexOptions.None, 1000)]
    private static partial Regex Personal();

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
