using System.Xml.Linq;
using MaskedVoicemail.Simulator.Twiml;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary>The verbs that are only heard.</summary>
internal static class PromptVerbs
{
    /// <summary>For <c>loop="0"</c>, which goes on until the call ends.</summary>
    private const int EndlessLoop = 1000;

    private static readonly string[] PlayableTypes =
    [
        "audio/mpeg", "audio/wav", "audio/wave", "audio/x-wav", "audio/aiff", "audio/x-aifc", "audio/x-aiff", "audio/x-gsm",
        "audio/gsm", "audio/ulaw",
    ];

    public static async Task<Step> SayAsync(CallLeg leg, XElement say)
    {
        var text = string.Join(' ', say.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length > 0)
        {
            leg.Answer();
            for (var i = 0; i < Loops(say) && !leg.IsGone; i++)
            {
                leg.Session.Note(TimelineEntryKind.Said, leg.Party, text, say.Value("language") ?? "en-US");
                await leg.ListenAsync(SpeechTime.Of(text));
            }
        }

        return Step.NextVerb;
    }

    public static async Task<Step> PlayAsync(CallLeg leg, XElement play, TwimlDocument document)
    {
        leg.Answer();
        if (play.Value("digits") is { } digits)
        {
            leg.Session.Note(TimelineEntryKind.Played, leg.Party, digits);
            await leg.ListenAsync(TimeSpan.FromSeconds(digits.Length * 0.5));
            return Step.NextVerb;
        }

        var audio = await leg.Session.RequestAsync(new WebhookDelivery
        {
            Kind = WebhookKind.Play,
            Url = document.Resolve(play.Value.Trim()),
            Method = "GET",
            Parameters = [],
        });
        if (FailureNotification.Of(audio) is { } failure)
        {
            leg.Session.Notify(failure);
            return Step.NextVerb;
        }

        var type = audio.ContentType?.Split(';')[0].Trim();
        if (!PlayableTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            leg.Session.Notify(new DebuggerNotification(
                13420, NotificationLevel.Error, $"Play: the content type {type ?? "(none)"} cannot be played.", audio.Url));
            return Step.NextVerb;
        }

        for (var i = 0; i < Loops(play) && !leg.IsGone; i++)
        {
            leg.Session.Note(TimelineEntryKind.Played, leg.Party, audio.Target, duration: PlayTime.Of(audio));
            await leg.ListenAsync(PlayTime.Of(audio));
        }

        return Step.NextVerb;
    }

    public static async Task<Step> PauseAsync(CallLeg leg, XElement pause)
    {
        var length = pause.Seconds("length", otherwise: 1);
        leg.Session.Note(TimelineEntryKind.Paused, leg.Party, duration: length);
        await leg.ListenAsync(length);
        return Step.NextVerb;
    }

    private static int Loops(XElement verb) => verb.Number("loop", otherwise: 1) is var loops and > 0 ? loops : EndlessLoop;
}
