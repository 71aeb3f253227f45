using MaskedVoicemail.Simulator.Calls;

namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>How a line of the timeline looks.</summary>
internal static class LineLook
{
    public static LineTone Tone(TimelineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Kind switch
        {
            TimelineEntryKind.Webhook => LineTone.Wire,
            TimelineEntryKind.Notification or TimelineEntryKind.ApplicationError or TimelineEntryKind.WebhookNotSent => LineTone.Problem,
            TimelineEntryKind.Answered or TimelineEntryKind.Beep or TimelineEntryKind.Transcribed or TimelineEntryKind.NotTranscribed
                or TimelineEntryKind.Rejected or TimelineEntryKind.HungUp or TimelineEntryKind.CallEnded or TimelineEntryKind.OutOfService => LineTone.Twilio,
            TimelineEntryKind.OwnerPhoneRings or TimelineEntryKind.OwnerAnswered or TimelineEntryKind.OwnerPhoneBusy or TimelineEntryKind.OwnerPhoneFailed
                or TimelineEntryKind.OwnerPhoneRangOut or TimelineEntryKind.OwnerPhoneCanceled or TimelineEntryKind.CarrierVoicemailAnswered
                or TimelineEntryKind.OwnerRefused or TimelineEntryKind.OwnerHungUp => LineTone.Owner,
            _ => entry.Party is Party.Owner ? LineTone.Owner : LineTone.Caller,
        };
    }

    public static string Icon(TimelineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Kind switch
        {
            TimelineEntryKind.CallPlaced => "call-in",
            TimelineEntryKind.Webhook => "wire",
            TimelineEntryKind.Notification or TimelineEntryKind.ApplicationError or TimelineEntryKind.WebhookNotSent => "warning",
            TimelineEntryKind.Ringing or TimelineEntryKind.OwnerPhoneRings => "bell",
            TimelineEntryKind.Answered => "done",
            TimelineEntryKind.Said or TimelineEntryKind.Played => "sound",
            TimelineEntryKind.Paused => "clock",
            TimelineEntryKind.KeysPressed => "keypad",
            TimelineEntryKind.Beep => "tone",
            TimelineEntryKind.Recording => "record",
            TimelineEntryKind.Recorded => "greeting",
            TimelineEntryKind.NothingRecorded => "mute",
            TimelineEntryKind.Transcribed or TimelineEntryKind.NotTranscribed => "transcript",
            TimelineEntryKind.OwnerAnswered or TimelineEntryKind.Connected => "calls",
            TimelineEntryKind.CarrierVoicemailAnswered => "voicemail",
            _ => "call-missed",
        };
    }
}
