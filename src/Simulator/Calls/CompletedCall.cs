using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Twiml;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary>A call that is over.</summary>
public sealed class CompletedCall
{
    internal CompletedCall(PhoneCall call, CallTimeline timeline, CallOutcome outcome)
    {
        Call = call;
        Timeline = timeline;
        Outcome = outcome;
    }

    public PhoneCall Call { get; }

    public CallTimeline Timeline { get; }

    public string CallSid => Call.CallSid;

    /// <summary><c>completed</c>, <c>busy</c>, <c>no-answer</c>, …</summary>
    public string Status => Outcome.Resource.Status;

    /// <summary>Whether Twilio took the call, so that it is billed.</summary>
    public bool WasAnswered => Outcome.Resource.StartTime is not null;

    /// <summary>Whether the caller was connected with the owner's phone, or with the voicemail of its carrier.</summary>
    public bool WasConnected => Timeline.Entries.Any(entry => entry.Kind is TimelineEntryKind.Connected);

    public string? DialCallSid => Outcome.DialCallSid;

    public string? DialCallStatus => Outcome.DialCallStatus;

    /// <summary>Null when <c>&lt;Record&gt;</c> was never reached. Given too for a recording that came out empty.</summary>
    public string? RecordingSid => Outcome.Recording?.Sid;

    /// <summary><c>completed</c> or <c>absent</c>.</summary>
    public string? RecordingStatus => Outcome.Recording?.Status;

    public RecordingResource? Recording => Outcome.Recording;

    public string? TranscriptionSid => Outcome.TranscriptionSid;

    /// <summary>What Twilio's Debugger would show; empty when the program did everything right.</summary>
    public IReadOnlyList<DebuggerNotification> Notifications =>
        [.. Timeline.Entries.Select(entry => entry.Notification).OfType<DebuggerNotification>()];

    /// <summary>The sentences that the caller heard.</summary>
    public IReadOnlyList<string> Heard =>
    [
        .. Timeline.Entries
            .Where(entry => entry is { Kind: TimelineEntryKind.Said, Party: Party.Caller, Text: not null })
            .Select(entry => entry.Text!),
    ];

    /// <summary>All requests, in the order in which they were answered.</summary>
    public IReadOnlyList<WebhookExchange> Exchanges =>
        [.. Timeline.Entries.Select(entry => entry.Exchange).OfType<WebhookExchange>()];

    /// <summary>The last request of that kind.</summary>
    public WebhookExchange? Exchange(WebhookKind kind) => Exchanges.LastOrDefault(exchange => exchange.Kind == kind);

    public override string ToString() => Timeline.ToString();

    private CallOutcome Outcome { get; }
}
