using System.Xml.Linq;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Twiml;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary>The leg to one <c>&lt;Number&gt;</c>. While it is screened, the caller goes on hearing that it rings.</summary>
internal sealed class CalleeLeg : CallLeg
{
    private readonly CallerLeg _caller;
    private readonly XElement _number;
    private readonly TwimlDocument _document;
    private int _sequence;

    public CalleeLeg(CallerLeg caller, XElement number, string shownCallerId, TwimlDocument document)
        : base(caller.Session, Create(caller, number, shownCallerId))
    {
        _caller = caller;
        _number = number;
        _document = document;
        Phone = Session.Call.Phones.TryGetValue(Resource.To, out var phone) ? phone : Session.Call.Owner;
        Session.Account.Add(Resource);
        Progress("initiated");
        Session.Note(TimelineEntryKind.OwnerPhoneRings, Party.Owner, Resource.To);
        Resource.Status = "ringing";
        Progress("ringing");
    }

    public OwnerPhone Phone { get; }

    public override Party Party => Party.Owner;

    public override string? Presses => Phone.Presses;

    public override bool IsGone => _caller.IsGone;

    public bool IsAnswered => Resource.StartTime is not null;

    public override void Answer()
    {
        if (IsAnswered)
        {
            return;
        }

        Resource.StartTime = Session.Now;
        Resource.Status = "in-progress";
        var kind = Phone.Reaction is OwnerPhoneReaction.CarrierVoicemailAnswers
            ? TimelineEntryKind.CarrierVoicemailAnswered
            : TimelineEntryKind.OwnerAnswered;
        Session.Note(kind, Party.Owner, Resource.To);
        Progress("answered");
    }

    public override Task ListenAsync(TimeSpan time) => _caller.RingAsync(time);

    public override async Task<TwimlDocument?> FetchAsync(WebhookDelivery delivery) =>
        (await ReadAsync(delivery, TwimlUse.Screening)).Reading.Document;

    /// <summary>Whether the callee may be connected: what <c>url</c> of <c>&lt;Number&gt;</c> says, if it is there.</summary>
    public async Task<bool> IsLetThroughAsync()
    {
        if (_number.Value("url") is not { } url)
        {
            return true;
        }

        var document = await FetchAsync(new WebhookDelivery
        {
            Kind = WebhookKind.NumberUrl,
            Url = _document.Resolve(url),
            Method = _number.Method(),
            Parameters = Parameters(),
        });
        return document is not null && await new ScreeningFlow(this).RunAsync(document);
    }

    public void End(string status, TimelineEntryKind? kind = null)
    {
        if (Resource.EndTime is not null)
        {
            return;
        }

        Resource.EndTime = Session.Now;
        Resource.Status = status;
        if (kind is { } what)
        {
            Session.Note(what, Party.Owner, Resource.To);
        }

        Progress("completed");
    }

    private void Progress(string progress)
    {
        Resource.DateUpdated = Session.Now;
        if (_number.Value("statusCallback") is not { } url
            || !_number.Words("statusCallbackEvent", otherwise: "completed").Contains(progress))
        {
            return;
        }

        var parameters = Parameters();
        CallProgress.AddTo(parameters, Resource, _sequence++, Session.Now);
        Session.Schedule(TimeSpan.Zero, new WebhookDelivery
        {
            Kind = WebhookKind.NumberStatusCallback,
            Url = _document.Resolve(url),
            Method = _number.Method("statusCallbackMethod"),
            Parameters = parameters,
        });
    }

    private static CallResource Create(CallerLeg caller, XElement number, string shownCallerId) => new()
    {
        Sid = Sid.New("CA"),
        ParentCallSid = caller.Resource.Sid,
        From = shownCallerId,
        To = number.Value.Trim(),
        Direction = "outbound-dial",
        ForwardedFrom = caller.Resource.ForwardedFrom,
        Status = "initiated",
        DateCreated = caller.Session.Now,
        DateUpdated = caller.Session.Now,
    };
}
