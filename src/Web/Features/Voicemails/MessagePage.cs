using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Application.Voicemails.GetVoicemail;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Notifications;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Web.Features.Calls;
using MaskedVoicemail.Web.Localization;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Voicemails;

/// <summary>Makes the page of one message, and tells in plain words how it came to be.</summary>
public sealed class MessagePage(IStringLocalizer<VoicemailsText> text, CallWords words, TimeProvider clock)
{
    public MessageViewModel Show(VoicemailDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        return new MessageViewModel(RowOf(details.Item, namesNumber: true), [.. Tell(details)], UrlOf(details.Newer), UrlOf(details.Older));
    }

    public VoicemailRow RowOf(VoicemailItem item, bool namesNumber) => new(item, namesNumber, clock.GetUtcNow());

    private static string? UrlOf(VoicemailId? id) => id is { } other ? $"/voicemails/{other}" : null;

    private IEnumerable<TimelineEntry> Tell(VoicemailDetails details)
    {
        var item = details.Item;
        yield return new TimelineEntry(item.ReceivedAt, item.Number is { } number ? text["Call to {0}", PhoneDisplay.Format(number)] : text["Call"]);
        if (details.Call is { } call)
        {
            yield return new TimelineEntry(
                null, call.Route is CallRoute.Forward ? words.WhatBecameOfRinging(call.DialStatus, hasEnded: true) : words.WhyItDidNotRing(call.Route));
        }

        yield return item switch
        {
            { RecordedAt: null } => new TimelineEntry(null, text["The caller was asked for a message, but it was not kept"]),
            { DurationSeconds: { } seconds } => new TimelineEntry(
                item.RecordedAt, text["Message of {0} recorded", DurationDisplay.Format(TimeSpan.FromSeconds(seconds))]),
            _ => new TimelineEntry(item.RecordedAt, text["Message recorded"]),
        };

        if (TellOf(details.Announcement) is { } announcement)
        {
            yield return announcement;
        }

        var since = new[]
        {
            (At: item.HeardAt, Text: text["Marked as read"]),
            (At: item.ArchivedAt, Text: text["Archived"]),
            (At: item.DeletedAt, Text: text["Deleted"]),
        };
        foreach (var (at, what) in since.Where(change => change.At is not null).OrderBy(change => change.At))
        {
            yield return new TimelineEntry(at, what, TimeStyle.DateAndTime);
        }
    }

    private TimelineEntry? TellOf(MessageAnnouncement? mail) => mail switch
    {
        { Status: NotificationStatus.Suppressed } => new TimelineEntry(null, text["No e-mail was sent, because mail to your address comes back"]),
        { Status: NotificationStatus.Failed } => new TimelineEntry(null, text["The e-mail could not be sent"]),
        { Delivery: DeliveryState.Delivered } => new TimelineEntry(mail.DeliveryAt, text["E-mail delivered"], TimeStyle.DateAndTime),
        { Delivery: DeliveryState.Bounced or DeliveryState.Dropped } => new TimelineEntry(mail.DeliveryAt, text["E-mail came back"], TimeStyle.DateAndTime),
        { Delivery: DeliveryState.SpamReported } => new TimelineEntry(mail.DeliveryAt, text["E-mail marked as spam"], TimeStyle.DateAndTime),
        { Delivery: DeliveryState.Deferred } => new TimelineEntry(mail.SentAt, text["E-mail sent; the mail server of your address takes its time"], TimeStyle.DateAndTime),
        { Status: NotificationStatus.Sent } => new TimelineEntry(mail.SentAt, text["E-mail sent"], TimeStyle.DateAndTime),
        _ => null,
    };
}
