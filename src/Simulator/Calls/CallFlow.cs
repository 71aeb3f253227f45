using System.Xml.Linq;
using MaskedVoicemail.Simulator.Twiml;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary>What happens in a call, from the voice URL to the last callback.</summary>
internal sealed class CallFlow(CallSession session)
{
    /// <summary>Beyond that a call is going in a circle, as a <c>&lt;Record&gt;</c> without action does.</summary>
    public const int MostDocuments = 20;

    private readonly CallerLeg _caller = new(session);

    public async Task<CompletedCall> RunAsync()
    {
        try
        {
            session.Note(TimelineEntryKind.CallPlaced, text: session.Call.To);
            await RunDocumentsAsync();
            if (!_caller.IsGone && _caller.Resource.EndTime is null)
            {
                _caller.Answer();
                _caller.End("completed");
            }

            session.Note(TimelineEntryKind.CallEnded, text: _caller.Resource.Status);
            session.Schedule(TimeSpan.Zero, WebhookKind.StatusCallback, _caller.StatusCallback);
            await session.DeliverRestAsync();
        }
        finally
        {
            session.Timeline.Complete();
        }

        return new CompletedCall(session.Call, session.Timeline, _caller.Outcome);
    }

    public static DebuggerNotification RunsInCircle(string url) =>
        new(null, NotificationLevel.Error, $"The call goes in a circle: more than {MostDocuments} documents.", url);

    private async Task RunDocumentsAsync()
    {
        if (session.Number.VoiceUrl.Length == 0)
        {
            session.Note(TimelineEntryKind.OutOfService);
            _caller.End("failed");
            return;
        }

        var document = await _caller.FetchAsync(new WebhookDelivery
        {
            Kind = WebhookKind.Voice,
            Url = session.Number.VoiceUrl,
            Method = session.Number.VoiceMethod,
            Parameters = _caller.Parameters(),
        });
        for (var documents = 1; document is not null && !_caller.IsGone; documents++)
        {
            if (documents > MostDocuments)
            {
                session.Notify(RunsInCircle(document.Url));
                return;
            }

            document = await RunDocumentAsync(document);
        }
    }

    /// <summary>The document that follows; null at the end of the call.</summary>
    private async Task<TwimlDocument?> RunDocumentAsync(TwimlDocument document)
    {
        for (var i = 0; i < document.Verbs.Count && !_caller.IsGone; i++)
        {
            var step = await RunVerbAsync(document.Verbs[i], document, isFirstVerb: i == 0);
            if (!step.IsNextVerb)
            {
                return step.Document;
            }
        }

        return null;
    }

    private async Task<Step> RunVerbAsync(XElement verb, TwimlDocument document, bool isFirstVerb) => verb.Name.LocalName switch
    {
        "Say" => await PromptVerbs.SayAsync(_caller, verb),
        "Play" => await PromptVerbs.PlayAsync(_caller, verb, document),
        "Pause" => await PromptVerbs.PauseAsync(_caller, verb),
        "Gather" => await GatherVerb.RunAsync(_caller, verb, document),
        "Dial" => await new DialVerb(_caller, verb, document).RunAsync(isFirstVerb && !_caller.IsAnswered),
        "Record" => await new RecordVerb(_caller, verb, document).RunAsync(),
        "Redirect" => await RedirectAsync(verb, document),
        "Reject" when isFirstVerb && !_caller.IsAnswered => Reject(verb),
        "Hangup" or "Reject" => HangUp(),
        // Unknown, and complained of already; Twilio passes over it.
        _ => Step.NextVerb,
    };

    private async Task<Step> RedirectAsync(XElement redirect, TwimlDocument document) =>
        Step.To(await _caller.FetchAsync(new WebhookDelivery
        {
            Kind = WebhookKind.Redirect,
            Url = document.Resolve(redirect.Value.Trim()),
            Method = redirect.Method(),
            Parameters = _caller.Parameters(),
        }));

    private Step Reject(XElement reject)
    {
        var isBusy = reject.Value("reason") is "busy";
        session.Note(TimelineEntryKind.Rejected, text: isBusy ? "busy" : "rejected");
        _caller.End(isBusy ? "busy" : "no-answer");
        return Step.End;
    }

    private Step HangUp()
    {
        // Even as the first verb it answers the call, and the call is billed.
        _caller.Answer();
        session.Note(TimelineEntryKind.HungUp);
        return Step.End;
    }
}
