using MaskedVoicemail.Simulator.Twiml;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary>Runs TwiML to the callee before the bridge: hanging up refuses, coming to the end lets through.</summary>
internal sealed class ScreeningFlow(CalleeLeg leg)
{
    public async Task<bool> RunAsync(TwimlDocument document)
    {
        for (var documents = 0; documents < CallFlow.MostDocuments; documents++)
        {
            var step = await RunDocumentAsync(document);
            if (step.IsNextVerb)
            {
                return !leg.IsGone;
            }

            if (step.Document is null)
            {
                return false;
            }

            document = step.Document;
        }

        leg.Session.Notify(CallFlow.RunsInCircle(document.Url));
        return false;
    }

    private async Task<Step> RunDocumentAsync(TwimlDocument document)
    {
        foreach (var verb in document.Verbs)
        {
            var step = verb.Name.LocalName switch
            {
                "Say" => await PromptVerbs.SayAsync(leg, verb),
                "Play" => await PromptVerbs.PlayAsync(leg, verb, document),
                "Gather" => await GatherVerb.RunAsync(leg, verb, document),
                _ => Step.End,
            };
            if (!step.IsNextVerb || leg.IsGone)
            {
                return step.IsNextVerb ? Step.End : step;
            }
        }

        return Step.NextVerb;
    }
}
