using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Web.Webhooks.Twiml;

/// <summary>Says in TwiML what is to happen to a call.</summary>
public sealed class CallTwiml(PublicAddress address)
{
    /// <summary>Seconds of silence that end a message. Twilio's own default of 5 cuts off people who think.</summary>
    private const string SilenceSeconds = "8";

    /// <summary>The longest message in seconds while the number's own limit is not known.</summary>
    private const int EmergencySeconds = 120;

    public TwimlDocument Say(CallInstructions instructions) => instructions switch
    {
        CallInstructions.Reject => new TwimlDocument().Element("Reject"),
        CallInstructions.HangUp => HangUp(),
        CallInstructions.SayUnavailable unavailable => SayAndHangUp([Prompts.In(unavailable.Language)], prompts => prompts.Unavailable),
        CallInstructions.Forward forward => Forward(forward),
        CallInstructions.TakeMessage message => TakeMessage(message),
        _ => throw new ArgumentOutOfRangeException(nameof(instructions)),
    };

    public static TwimlDocument HangUp() => new TwimlDocument().Element("Hangup");

    public static TwimlDocument SayAndHangUp(IReadOnlyList<Prompts> languages, Func<Prompts, string> sentence) =>
        Speak(new TwimlDocument(), languages, sentence).Element("Hangup");

    /// <summary>Needs no database: the number's language, greeting and limits are not known.</summary>
    public TwimlDocument TakeMessageInEmergency()
    {
        var document = Speak(new TwimlDocument(), Prompts.All, prompts => prompts.EmergencyGreeting);
        Record(document, "/webhook/record-result", EmergencySeconds, FinishKey.Default, transcribe: false);
        return Speak(document, Prompts.All, prompts => prompts.NothingRecorded).Element("Hangup");
    }

    /// <summary>Asks whoever answered the owner's phone to press 1; a carrier's voicemail never does, and the call then goes to ours.</summary>
    public TwimlDocument Screen(Prompts prompts)
    {
        return new TwimlDocument()
            .Element(
                "Gather",
                [("action", address.RetriedUrlOf("/webhook/screening-result")), ("method", "POST"), ("numDigits", "1"), ("timeout", "8")],
                children: gather => Speak(gather, prompts, prompts.Screening))
            .Element("Hangup");
    }

    private TwimlDocument Forward(CallInstructions.Forward forward) => new TwimlDocument().Element(
        "Dial",
        [
            ("action", address.RetriedUrlOf("/webhook/dial-result")),
            ("method", "POST"),
            ("timeout", TwimlDocument.Number(forward.Settings.RingSeconds)),
            ("answerOnBridge", "true"),
            ("callerId", forward.CallerId?.E164),
        ],
        children: dial => dial.Element(
            "Number",
            forward.Settings.IsScreened ? [("url", address.RetriedUrlOf(InLanguage("/webhook/screening", forward.Settings))), ("method", "POST")] : [],
            forward.Target.E164));

    private TwimlDocument TakeMessage(CallInstructions.TakeMessage message)
    {
        var settings = message.Settings;
        var prompts = Prompts.In(settings.Language);
        var document = Speak(new TwimlDocument(), prompts, settings.Greeting ?? prompts.Greeting);
        Record(document, InLanguage("/webhook/record-result", settings), message.MaxSeconds, settings.FinishOnKey, message.Transcribe);

        // Reached only where Twilio skips the action of an empty recording.
        return Speak(document, prompts, prompts.NothingRecorded).Element("Hangup");
    }

    private void Record(TwimlDocument document, string action, int maxSeconds, string finishOnKey, bool transcribe) => document.Element(
        "Record",
        [
            ("action", address.RetriedUrlOf(action)),
            ("method", "POST"),
            ("maxLength", TwimlDocument.Number(maxSeconds)),
            ("finishOnKey", finishOnKey),
            ("timeout", SilenceSeconds),
            ("recordingStatusCallback", address.InsistentUrlOf("/webhook/voicemail-callback")),
            ("recordingStatusCallbackMethod", "POST"),
            ("recordingStatusCallbackEvent", "completed absent"),
            ("transcribe", transcribe ? "true" : null),
            ("transcribeCallback", transcribe ? address.InsistentUrlOf("/webhook/transcription-callback") : null),
        ]);

    /// <summary>The language travels in the URL, which is signed: the answer needs no database.</summary>
    private static string InLanguage(string path, ForwardingSettings settings) =>
        settings.Language is Language.Chinese ? path + "?language=zh" : path + "?language=en";

    private static TwimlDocument Speak(TwimlDocument document, IReadOnlyList<Prompts> languages, Func<Prompts, string> sentence)
    {
        foreach (var prompts in languages)
        {
            Speak(document, prompts, sentence(prompts));
        }

        return document;
    }

    private static TwimlDocument Speak(TwimlDocument document, Prompts prompts, string text) =>
        document.Element("Say", [("voice", prompts.Voice), ("language", prompts.SpeechLanguage)], text);
}
