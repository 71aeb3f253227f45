using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace MaskedVoicemail.Simulator.Mail;

/// <summary>What SendGrid's event webhook says about one mail. https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event</summary>
public sealed record MailEvent
{
    private MailEvent(SentMail mail, string name, DateTimeOffset at)
    {
        (Mail, Name, At) = (mail, name, at);
    }

    public SentMail Mail { get; }

    /// <summary>Such as <c>delivered</c>.</summary>
    public string Name { get; }

    public DateTimeOffset At { get; init; }

    /// <summary>The same for each repetition of the same event.</summary>
    public string EventId { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));

    /// <summary>What this kind of event says beside the common fields.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>The list on which the address lands, or null.</summary>
    internal string? List => (Name, Details.GetValueOrDefault("type")) switch
    {
        ("bounce", "blocked") => SuppressionLists.Blocks,
        ("bounce", _) => SuppressionLists.Bounces,
        ("spamreport", _) => SuppressionLists.SpamReports,
        _ => null,
    };

    public static MailEvent Processed(SentMail mail) => Of(mail, "processed");

    public static MailEvent Delivered(SentMail mail) =>
        Of(mail, "delivered") with { Details = new Dictionary<string, string> { ["response"] = "250 2.0.0 OK" } };

    public static MailEvent Deferred(SentMail mail) => Of(mail, "deferred") with
    {
        Details = new Dictionary<string, string> { ["response"] = "451 4.7.1 Please try again later", ["attempt"] = "3" },
    };

    /// <summary>The server refuses the address for good.</summary>
    public static MailEvent Bounced(SentMail mail) => Of(mail, "bounce") with
    {
        Details = new Dictionary<string, string>
        {
            ["type"] = "bounce",
            ["status"] = "5.1.1",
            ["reason"] = $"550 5.1.1 <{mail.To[0]}>: Recipient address rejected: User unknown",
        },
    };

    /// <summary>The server refuses this mail, or us, for the time being.</summary>
    public static MailEvent Blocked(SentMail mail) => Of(mail, "bounce") with
    {
        Details = new Dictionary<string, string> { ["type"] = "blocked", ["reason"] = "554 5.7.1 Service unavailable; client host blocked" },
    };

    /// <param name="mail">Which.</param>
    /// <param name="reason">Such as <c>Bounced Address</c>; by default why SendGrid did drop it.</param>
    public static MailEvent Dropped(SentMail mail, string? reason = null) => Of(mail, "dropped") with
    {
        Details = new Dictionary<string, string> { ["reason"] = reason ?? mail.DropReason ?? "Bounced Address", ["status"] = "5.0.0" },
    };

    public static MailEvent SpamReported(SentMail mail) => Of(mail, "spamreport");

    /// <summary>Any other kind.</summary>
    public static MailEvent Of(SentMail mail, string name) => new(mail, name, mail.At);

    internal JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["email"] = Mail.To[0],
            ["event"] = Name,
            ["sg_event_id"] = EventId,
            ["sg_message_id"] = $"{Mail.MessageId}.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0",
            ["smtp-id"] = $"<{Mail.MessageId}@ismtpd0039p1iad1.sendgrid.net>",
            ["timestamp"] = At.ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in Mail.CustomArgs.Concat(Details))
        {
            json[name] = value;
        }

        return json;
    }
}
