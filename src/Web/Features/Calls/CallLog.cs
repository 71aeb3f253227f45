using MaskedVoicemail.Application.Calls.ListCalls;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Web.Features.Shared;
using MaskedVoicemail.Web.Hosting;
using MaskedVoicemail.Web.Localization;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Calls;

/// <summary>Makes the page of the call log, and says what to do where it is empty.</summary>
public sealed class CallLog(
    IStringLocalizer<CallsText> text, CallWords words, TimeProvider clock, IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>No call lasts longer (Twilio, "TwiML Voice: Dial", timeLimit).</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromHours(24);

    public CallsViewModel Show(CallsFilter filter, CallList calls)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(calls);
        return new CallsViewModel(
            filter,
            [.. calls.Page.Items.Select(RowOf)],
            PageTurns.PagerOf(calls.Page, filter.Url),
            calls.Page.Items.Count > 0 ? null : WhyEmpty(filter, calls.HasNumber));
    }

    private CallRow RowOf(CallItem call)
    {
        var (icon, chip, chipClass) = call.Outcome switch
        {
            CallOutcome.Answered => ("call-in", text["Answered"], "chip-ok"),
            CallOutcome.Missed => ("call-missed", text["Missed"], "chip-warn"),
            CallOutcome.Refused => ("block", text["Turned away"], "chip-bad"),
            _ when IsOver(call) => ("calls", text["Ended"], ""),
            _ => ("call-forward", text["In progress"], "chip-note"),
        };
        return new CallRow(call, icon, chip, chipClass, WhatBecameOf(call), WhatBecameOfMessage(call), MessageUrlOf(call));
    }

    private string WhatBecameOf(CallItem call) => call switch
    {
        { Outcome: CallOutcome.Answered, TalkSeconds: { } seconds } => text["You talked for {0}", DurationDisplay.Format(TimeSpan.FromSeconds(seconds))],
        { Outcome: CallOutcome.Answered } => text["You talked"],
        { Outcome: CallOutcome.InProgress } when IsOver(call) => text["How it ended was not reported"],
        { Route: CallRoute.Forward } => words.WhatBecameOfRinging(call.DialStatus, IsOver(call)),
        _ => words.WhyItDidNotRing(call.Route),
    };

    private string? WhatBecameOfMessage(CallItem call) => call switch
    {
        { Outcome: CallOutcome.Answered or CallOutcome.Refused, Message: null } => (string?)null,
        { Message: { IsKept: true, DurationSeconds: { } seconds } } => text["Message of {0}", DurationDisplay.Format(TimeSpan.FromSeconds(seconds))],
        { Message.IsKept: true } => text["Message"],
        { Message.Status: VoicemailStatus.Deleted } => text["The message was deleted"],
        { Message.Status: VoicemailStatus.Expected } when !IsOver(call) => text["Perhaps leaving a message now"],
        { Outcome: CallOutcome.InProgress } => null,
        _ => text["No message left"],
    };

    private static string? MessageUrlOf(CallItem call) => call.Message is { IsKept: true } message ? $"/voicemails/{message.Id}" : null;

    private bool IsOver(CallItem call) => call.EndedAt is not null || clock.GetUtcNow() - call.StartedAt > LongestCall;

    private EmptyState WhyEmpty(CallsFilter filter, bool hasNumber)
    {
        if (filter.ShownOutcome is not null)
        {
            return new EmptyState("calls", text["No such calls"], text["No call to your number ended like this."], text["Show all calls"], "/calls");
        }

        if (!hasNumber)
        {
            return new EmptyState(
                "numbers", text["You have no number yet"], text["An administrator assigns your masked number. Every call to it will be listed here."]);
        }

        var title = text["No calls yet"];
        var what = text["Every call to your masked number is listed here: who called, and what became of it."];
        return SimulatedLine.IsOn(configuration, environment)
            ? new EmptyState("calls", title, what, text["Call it on the simulated line"], "/simulator")
            : new EmptyState("calls", title, what, text["See how calls are forwarded"], "/settings");
    }
}
