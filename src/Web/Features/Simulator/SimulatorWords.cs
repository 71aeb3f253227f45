using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Notifications;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Web.Localization;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>A call in plain words, in the reader's language.</summary>
public sealed class SimulatorWords(TimelineWords timeline, IStringLocalizer<SimulatorText> text, IStringLocalizer<SharedText> shared)
{
    public string Caller(PhoneCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var caller = Domain.Calls.Caller.FromRaw(call.From);
        return caller.Number is { } number ? PhoneDisplay.Format(number) : caller.Kind is CallerKind.Withheld ? shared["Number withheld"] : caller.Raw;
    }

    public static string Number(string? e164) => PhoneNumber.TryParse(e164, out var number) ? PhoneDisplay.Format(number) : e164 ?? "";

    public string Stage(PhoneStage stage) => stage switch
    {
        PhoneStage.Dialling => text["Dialling…"],
        PhoneStage.Ringing => text["Ringing…"],
        PhoneStage.Screening => text["Somebody picked up…"],
        PhoneStage.Talking => text["Connected"],
        PhoneStage.Listening => text["Listening"],
        PhoneStage.Tone => text["Speak after the tone"],
        PhoneStage.Recording => text["Recording"],
        _ => text["Call ended"],
    };

    /// <summary>What stands below the stage on the phone: what is said, or what has happened; empty where there is nothing to add.</summary>
    public string Detail(SimulatedCall call, PhoneState state)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(state);
        return state switch
        {
            { Stage: PhoneStage.Recording } => TimelineWords.Quoted(call.Live.Call.Caller.Message?.Transcript),
            { Stage: PhoneStage.Listening, Entry: { } entry } => TimelineWords.Quoted(entry.Text),
            { Stage: PhoneStage.Screening or PhoneStage.Talking or PhoneStage.Ended, Entry: { } entry } => timeline.Line(entry),
            _ => "",
        };
    }

    /// <summary>What a number's owner has set, in a line.</summary>
    public string Settings(CallableNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var forwarding = number.Forwarding;
        var route = number.Subscription is SubscriptionStatus.Inactive ? text["subscription not active"]
            : forwarding is not { IsEnabled: true, Target: { } target } ? text["straight to voicemail"]
            : forwarding.IsScreened ? text["rings {0} for {1} s, screened", PhoneDisplay.Format(target), forwarding.RingSeconds]
            : text["rings {0} for {1} s", PhoneDisplay.Format(target), forwarding.RingSeconds];
        return $"{route} · {(forwarding.Language is Language.Chinese ? text["speaks Chinese"] : text["speaks English"])}";
    }

    /// <summary>A call in a list.</summary>
    public string Summary(SimulatedCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return !call.IsOver ? Stage(PhoneState.Of(call.Timeline.Entries).Stage)
            : call.WasRecorded ? text["Left a message"]
            : call.WasConnected ? text["Talked with the owner’s phone"]
            : call.WasRejected ? text["Turned away"]
            : text["Left no message"];
    }

    public string Outcome(CallResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Outcome switch
        {
            CallOutcome.Answered => text["The owner’s phone answered the call."],
            CallOutcome.Missed => text["The owner missed the call."],
            CallOutcome.Refused => text["The call was refused: the subscription is not active."],
            _ => text["The call is in the log."],
        };
    }

    public string Message(CallResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Voicemail switch
        {
            VoicemailStatus.Expected when result.WasRecorded => text["The message has not been reported yet."],
            VoicemailStatus.Recorded => text["The message’s audio is being fetched from Twilio…"],
            VoicemailStatus.Stored => text["The message is saved."],
            VoicemailStatus.Ready => text["The message is saved, and Twilio’s copy is no longer needed."],
            VoicemailStatus.Failed => text["The message’s audio could not be fetched."],
            _ => text["There is no message."],
        };
    }

    public string Mail(CallResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Mail switch
        {
            NotificationStatus.Sent => text["The mail to {0} is sent.", result.Recipient ?? ""],
            NotificationStatus.Failed => text["The mail to {0} was refused.", result.Recipient ?? ""],
            _ => text["The mail is being written…"],
        };
    }
}
