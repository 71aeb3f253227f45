using System.Xml.Linq;
using MaskedVoicemail.Simulator.Twiml;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary><c>&lt;Gather&gt;</c>: prompts, then keys. Without keys the next verb runs.</summary>
internal static class GatherVerb
{
    public static async Task<Step> RunAsync(CallLeg leg, XElement gather, TwimlDocument document)
    {
        leg.Answer();
        foreach (var prompt in gather.Elements())
        {
            _ = prompt.Name.LocalName switch
            {
                "Say" => await PromptVerbs.SayAsync(leg, prompt),
                "Play" => await PromptVerbs.PlayAsync(leg, prompt, document),
                "Pause" => await PromptVerbs.PauseAsync(leg, prompt),
                _ => Step.NextVerb,
            };
            if (leg.IsGone)
            {
                return Step.End;
            }
        }

        if (Digits(leg, gather) is { } digits)
        {
            leg.Session.Note(TimelineEntryKind.KeysPressed, leg.Party, digits);
            return Step.To(await RequestActionAsync(digits));
        }

        await leg.ListenAsync(gather.Seconds("timeout", otherwise: 5));
        return leg.IsGone ? Step.End
            : gather.Flag("actionOnEmptyResult") ? Step.To(await RequestActionAsync(""))
            : Step.NextVerb;

        Task<TwimlDocument?> RequestActionAsync(string pressed)
        {
            var parameters = leg.Parameters();
            parameters.Add("Digits", pressed);
            return leg.FetchAsync(new WebhookDelivery
            {
                Kind = WebhookKind.GatherAction,
                Url = document.Resolve(gather.Value("action") ?? document.Url),
                Method = gather.Method(),
                Parameters = parameters,
            });
        }
    }

    /// <summary>Up to <c>numDigits</c>, without the key that ends them; null when nothing was pressed.</summary>
    private static string? Digits(CallLeg leg, XElement gather)
    {
        if (string.IsNullOrEmpty(leg.Presses) || !gather.Words("input", otherwise: "dtmf").Contains("dtmf"))
        {
            return null;
        }

        var end = leg.Presses.IndexOfAny((gather.Value("finishOnKey") ?? "#").ToCharArray());
        var digits = end < 0 ? leg.Presses : leg.Presses[..end];
        return digits.Length == 0 ? null : digits[..Math.Min(digits.Length, gather.Number("numDigits", int.MaxValue))];
    }
}
