using System.Globalization;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Webhooks;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>What happens in a call, in plain words and in the reader's language.</summary>
public sealed class TimelineWords(IStringLocalizer<SimulatorText> text)
{
    public string Line(TimelineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var owner = entry.Party is Party.Owner;
        return entry.Kind switch
        {
            TimelineEntryKind.CallPlaced => text["The caller dials {0}.", Unbroken(entry.Text)],
            TimelineEntryKind.Webhook => Request(entry.Exchange!),
            TimelineEntryKind.WebhookNotSent => text["A report is held back: {0}.", entry.Text ?? ""],
            TimelineEntryKind.Notification => text["Twilio complains: {0}", entry.Notification?.ToString() ?? ""],
            TimelineEntryKind.Ringing => text["The caller hears it ring."],
            TimelineEntryKind.Answered => text["Twilio takes the call; from here on it is billed."],
            TimelineEntryKind.Said => owner ? text["The owner hears: {0}", Quoted(entry.Text)] : text["The caller hears: {0}", Quoted(entry.Text)],
            TimelineEntryKind.Played => owner ? text["The owner hears a recording."] : text["The caller hears a recording."],
            TimelineEntryKind.Paused => text["Silence for {0} s.", Seconds(entry)],
            TimelineEntryKind.KeysPressed => owner ? text["The owner presses {0}.", entry.Text ?? ""] : text["The caller presses {0}.", entry.Text ?? ""],
            TimelineEntryKind.Beep => text["The tone."],
            TimelineEntryKind.Recording => text["The recording begins."],
            TimelineEntryKind.Recorded => text["Recorded: {0}, {1} s.", entry.Text ?? "", Seconds(entry)],
            TimelineEntryKind.NothingRecorded => text["Nothing was said, so there is no message."],
            TimelineEntryKind.Transcribed => text["Twilio has written it out: {0}", Quoted(entry.Text)],
            TimelineEntryKind.NotTranscribed => text["Twilio could not write it out."],
            TimelineEntryKind.OwnerPhoneRings => text["The owner’s phone rings: {0}.", Unbroken(entry.Text)],
            TimelineEntryKind.OwnerAnswered => text["The owner picks up."],
            TimelineEntryKind.OwnerPhoneBusy => text["The owner’s line is busy."],
            TimelineEntryKind.OwnerPhoneFailed => text["The owner’s phone cannot be reached."],
            TimelineEntryKind.OwnerPhoneRangOut => text["Nobody picks up."],
            TimelineEntryKind.OwnerPhoneCanceled => text["The owner’s phone stops ringing."],
            TimelineEntryKind.CarrierVoicemailAnswered => text["The voicemail of the owner’s carrier picks up."],
            TimelineEntryKind.OwnerRefused => text["The call is not taken."],
            TimelineEntryKind.Connected => text["The two are connected."],
            TimelineEntryKind.CallerHungUp => text["The caller hangs up."],
            TimelineEntryKind.OwnerHungUp => text["The other side hangs up."],
            TimelineEntryKind.HungUp => text["MaskedVoicemail hangs up."],
            TimelineEntryKind.Rejected => entry.Text is "busy" ? text["The caller hears the busy tone."] : text["The caller hears that the number is not in service."],
            TimelineEntryKind.OutOfService => text["The number is out of service."],
            TimelineEntryKind.ApplicationError => text["The caller hears: “An application error has occurred.”"],
            _ => text["The call is over ({0}).", entry.Text ?? ""],
        };
    }

    public string Request(WebhookExchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        return exchange.Kind switch
        {
            WebhookKind.Voice => text["Twilio asks what to do with the call."],
            WebhookKind.VoiceFallback => text["Twilio asks at the fallback address."],
            WebhookKind.DialAction => text["Twilio tells how the owner’s phone answered, and asks what comes next."],
            WebhookKind.NumberUrl => text["Twilio asks what whoever picked up is to hear first."],
            WebhookKind.NumberStatusCallback => text["Twilio reports on the owner’s phone."],
            WebhookKind.GatherAction => text["Twilio tells which key was pressed."],
            WebhookKind.RecordAction => text["Twilio tells that the recording has ended, and asks what comes next."],
            WebhookKind.RecordingStatusCallback => text["Twilio reports on the recording."],
            WebhookKind.TranscribeCallback => text["Twilio delivers the transcription."],
            WebhookKind.Redirect => text["Twilio fetches further instructions."],
            WebhookKind.Play => text["Twilio fetches audio to play."],
            WebhookKind.StatusCallback => text["Twilio reports the end of the call."],
            _ => text["Twilio sends a request."],
        };
    }

    public string Failure(WebhookFailure failure) => failure switch
    {
        WebhookFailure.Connection => text["no connection"],
        WebhookFailure.ReadTimeout or WebhookFailure.TotalTimeout => text["no answer in time"],
        WebhookFailure.BrokenOff => text["the answer broke off"],
        WebhookFailure.TooManyRedirects => text["too many redirects"],
        _ => text["the address is not the program’s"],
    };

    public static string Quoted(string? words) => words is null ? "" : $"“{words}”";

    /// <summary>A number that stays on one line, within a sentence.</summary>
    private static string Unbroken(string? e164) => SimulatorWords.Number(e164).Replace(' ', '\u00A0').Replace('-', '\u2011');

    private static string Seconds(TimelineEntry entry) =>
        Math.Max(1, Math.Round(entry.Duration?.TotalSeconds ?? 0)).ToString("0", CultureInfo.InvariantCulture);
}
