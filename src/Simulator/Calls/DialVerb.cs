using System.Globalization;
using System.Xml.Linq;
using MaskedVoicemail.Simulator.Twiml;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary><c>&lt;Dial&gt;</c>: rings the owner's phones, connects one, and says by its action what came of it.</summary>
internal sealed class DialVerb(CallerLeg caller, XElement dial, TwimlDocument document)
{
    /// <summary>Twilio rings about so much longer than <c>timeout</c> says.</summary>
    private static readonly TimeSpan RingsLonger = TimeSpan.FromSeconds(5);

    private readonly CallSession _session = caller.Session;

    public async Task<Step> RunAsync(bool isFirstVerb)
    {
        if (!(isFirstVerb && dial.Flag("answerOnBridge")))
        {
            caller.Answer();
        }

        var result = CallerIdMistake() is { } mistake ? Fail(mistake) : await RingAsync(Numbers());
        caller.Outcome.DialCallSid = result.CallSid;
        caller.Outcome.DialCallStatus = result.Status;

        if (dial.Value("action") is not { } action)
        {
            return caller.IsGone ? Step.End : Step.NextVerb;
        }

        if (!caller.IsGone)
        {
            return Step.To(await caller.FetchAsync(ActionRequest(action, result)));
        }

        if (result.Status is not null)
        {
            _session.Schedule(TimeSpan.Zero, ActionRequest(action, result));
        }

        return Step.End;
    }

    private List<XElement> Numbers()
    {
        List<XElement> numbers = [.. dial.Elements("Number").Take(TwimlSchema.MostNumbers)];
        if (!dial.HasElements)
        {
            numbers.Add(new XElement("Number", dial.Value.Trim()));
        }

        numbers.RemoveAll(number => TwimlSchema.PhoneNumberMistake(number.Value.Trim()) is not null);
        return numbers;
    }

    private async Task<DialResult> RingAsync(List<XElement> numbers)
    {
        if (numbers.Count == 0)
        {
            return new DialResult { Status = "failed" };
        }

        _session.Note(TimelineEntryKind.Ringing);
        var shown = dial.Value("callerId") ?? _session.Call.From ?? "";
        List<CalleeLeg> legs = [.. numbers.Select(number => new CalleeLeg(caller, number, shown, document))];
        var limit = dial.Seconds("timeout", otherwise: 30) + RingsLonger;
        if (await new RingingPhones(caller, legs, limit).WaitForAnswerAsync() is not { } answered)
        {
            return caller.IsGone ? Abandon(legs) : Missed(legs);
        }

        foreach (var other in legs.Where(leg => leg != answered))
        {
            other.End("canceled", TimelineEntryKind.OwnerPhoneCanceled);
        }

        if (await answered.IsLetThroughAsync())
        {
            return await ConnectAsync(answered);
        }

        answered.End("completed", caller.IsGone ? null : TimelineEntryKind.OwnerRefused);
        return caller.IsGone ? Abandon(legs) : Ended(answered, _session.Unverified.RefusedDialCallStatus, isBridged: false);
    }

    private async Task<DialResult> ConnectAsync(CalleeLeg callee)
    {
        caller.Answer();
        var limit = dial.Seconds("timeLimit", otherwise: 14400);
        var talk = callee.Phone.TalksFor < limit ? callee.Phone.TalksFor : limit;
        _session.Note(TimelineEntryKind.Connected, text: callee.Resource.To);
        await caller.TalkAsync(talk);
        if (!caller.IsGone && callee.Phone.HangsUpFirst is Party.Caller && callee.Phone.TalksFor <= limit)
        {
            caller.HangUp();
        }

        callee.End("completed", caller.IsGone ? null : TimelineEntryKind.OwnerHungUp);
        return Ended(callee, "completed", isBridged: true);
    }

    private DialResult Abandon(List<CalleeLeg> legs)
    {
        foreach (var leg in legs)
        {
            leg.End("canceled", TimelineEntryKind.OwnerPhoneCanceled);
        }

        return Ended(legs[0], _session.Unverified.AbandonedDialCallStatus, isBridged: false);
    }

    private static DialResult Missed(List<CalleeLeg> legs)
    {
        string[] statuses = [.. legs.Select(leg => leg.Resource.Status)];
        var status = statuses.Contains("no-answer") ? "no-answer" : statuses.Contains("busy") ? "busy" : "failed";
        return Ended(legs[0], status, isBridged: false);
    }

    private static DialResult Ended(CalleeLeg leg, string? status, bool isBridged) => new()
    {
        Status = status,
        CallSid = leg.Resource.Sid,
        Seconds = leg.Resource.Duration ?? 0,
        IsBridged = isBridged,
    };

    private DialResult Fail(DebuggerNotification mistake)
    {
        _session.Notify(mistake);
        return new DialResult { Status = "failed" };
    }

    private DebuggerNotification? CallerIdMistake()
    {
        if (dial.Value("callerId") is not { } shown || _session.Account.MayShow(shown))
        {
            return null;
        }

        var isOfThisCall = shown == _session.Call.From || shown == _session.Call.To;
        return !isOfThisCall ? Mistake("is none of the account's numbers, and not To or From")
            : CallerId.IsSip(_session.Call.From) ? Mistake("may not be To or From of a SIP call")
            : null;

        DebuggerNotification Mistake(string reason) =>
            new(13214, NotificationLevel.Error, $"Dial: callerId=\"{shown}\" {reason}.", document.Url);
    }

    private WebhookDelivery ActionRequest(string action, DialResult result)
    {
        // Of a caller who gave up, the action says that the call is over, whatever its final status will be.
        var parameters = caller.IsGone ? caller.Parameters().With("CallStatus", "completed") : caller.Parameters();
        parameters.Add("DialCallStatus", result.Status ?? "");
        parameters.AddIfGiven("DialCallSid", result.CallSid);
        parameters.Add("DialCallDuration", result.Seconds.ToString(CultureInfo.InvariantCulture));
        parameters.Add("DialBridged", result.IsBridged ? "true" : "false");
        return new WebhookDelivery
        {
            Kind = WebhookKind.DialAction,
            Url = document.Resolve(action),
            Method = dial.Method(),
            Parameters = parameters,
        };
    }
}
