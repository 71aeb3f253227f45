using System.Globalization;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Twiml;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary>The inbound leg.</summary>
internal sealed class CallerLeg : CallLeg
{
    private TimeSpan _rang;
    private TimeSpan _listened;
    private bool _isGone;

    public CallerLeg(CallSession session)
        : base(session, Create(session))
    {
        Outcome = new CallOutcome(Resource);
        session.Account.Add(Resource);
    }

    public CallOutcome Outcome { get; }

    public CallerBehaviour Caller => Session.Call.Caller;

    public override Party Party => Party.Caller;

    public override string? Presses => Caller.Presses;

    public override bool IsGone => _isGone;

    public bool IsAnswered => Resource.StartTime is not null;

    protected override string? From => Session.Call.From;

    public override void Answer()
    {
        if (!IsAnswered)
        {
            Resource.StartTime = Session.Now;
            SetStatus("in-progress");
            Session.Note(TimelineEntryKind.Answered);
        }
    }

    /// <summary>The caller hears that it rings.</summary>
    public async Task RingAsync(TimeSpan time)
    {
        var patience = Caller.RingingPatience - _rang;
        _rang += time;
        await PassAsync(time, patience);
    }

    public override async Task ListenAsync(TimeSpan time)
    {
        var patience = Caller.ListeningPatience - _listened;
        _listened += time;
        await PassAsync(time, patience);
    }

    /// <summary>The caller talks, or leaves a message.</summary>
    public Task TalkAsync(TimeSpan time) => PassAsync(time, patience: null);

    public void HangUp()
    {
        _isGone = true;
        Session.Note(TimelineEntryKind.CallerHungUp);
        End(IsAnswered ? "completed" : Session.Unverified.AbandonedCallStatus);
    }

    public void End(string status)
    {
        if (Resource.EndTime is null)
        {
            Resource.EndTime = Session.Now;
            SetStatus(status);
        }
    }

    /// <summary>The fallback URL stands in for a document that cannot be had; without one the caller hears of an error.</summary>
    public override async Task<TwimlDocument?> FetchAsync(WebhookDelivery delivery)
    {
        var (exchange, reading) = await ReadAsync(delivery, TwimlUse.Call);
        if (reading.FatalError is { } error && delivery.Kind is not WebhookKind.VoiceFallback
            && Session.Number.VoiceFallbackUrl.Length > 0)
        {
            (exchange, reading) = await ReadAsync(Fallback(error, exchange), TwimlUse.Call);
        }

        if (reading.Document is { } document)
        {
            return document;
        }

        Answer();
        if (reading.SpokenText is { } text)
        {
            Session.Note(TimelineEntryKind.Said, text: text);
            await ListenAsync(SpeechTime.Of(text));
        }
        else if (reading.IsAudio)
        {
            Session.Note(TimelineEntryKind.Played, text: exchange.Target);
            await ListenAsync(PlayTime.Of(exchange));
        }
        else
        {
            Session.Note(TimelineEntryKind.ApplicationError);
        }

        return null;
    }

    /// <summary>The number's status callback: the end of the call, however it ended.</summary>
    public WebhookDelivery? StatusCallback()
    {
        if (Session.Number.StatusCallback.Length == 0)
        {
            return null;
        }

        var parameters = Parameters();
        CallProgress.AddTo(parameters, Resource, sequenceNumber: 0, Session.Now);
        return new WebhookDelivery
        {
            Kind = WebhookKind.StatusCallback,
            Url = Session.Number.StatusCallback,
            Method = Session.Number.StatusCallbackMethod,
            Parameters = parameters,
        };
    }

    private async Task PassAsync(TimeSpan time, TimeSpan? patience)
    {
        var losesPatience = patience < time;
        var stayed = await Session.PassAsync(losesPatience ? patience!.Value : time);
        if (!stayed || losesPatience)
        {
            HangUp();
        }
    }

    private WebhookDelivery Fallback(DebuggerNotification error, WebhookExchange failed)
    {
        var parameters = Parameters();
        parameters.Add("ErrorCode", (error.Code ?? 0).ToString(CultureInfo.InvariantCulture));
        parameters.Add("ErrorUrl", failed.Url);
        return new WebhookDelivery
        {
            Kind = WebhookKind.VoiceFallback,
            Url = Session.Number.VoiceFallbackUrl,
            Method = Session.Number.VoiceFallbackMethod,
            Parameters = parameters,
        };
    }

    private void SetStatus(string status)
    {
        Resource.Status = status;
        Resource.DateUpdated = Session.Now;
    }

    private static CallResource Create(CallSession session)
    {
        var (call, now) = (session.Call, session.Now);
        return new CallResource
        {
            Sid = call.CallSid,
            From = call.From ?? "",
            To = call.To,
            Direction = "inbound",
            CallerName = session.Number.VoiceCallerIdLookup && !CallerId.IsWithheld(call.From) ? call.CallerName : null,
            ForwardedFrom = call.ForwardedFrom,
            PhoneNumberSid = session.Number.Sid,
            Status = "ringing",
            DateCreated = now,
            DateUpdated = now,
        };
    }
}
