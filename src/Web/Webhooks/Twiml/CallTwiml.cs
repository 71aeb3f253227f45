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

    public TwimlDocument Say(CallInstructions instructions) => instructions switch
    {
        CallInstructions.Reject => new TwimlDocument().Element("Reject"),
        CallInstructions.HangUp => HangUp(),
        CallInstructions.SayUnavailable unavailable => SayAndHangUp(unavailable.Language, prompts => prompts.Unavailable),
        CallInstructions.Forward forward => Forward(forward),
        CallInstructions.TakeMessage message => TakeMessage(message),
        _ => throw new ArgumentOutOfRangeException(nameof(instructions)),
    };

    public static TwimlDocument HangUp() => new TwimlDocument().Element("Hangup");

    public static TwimlDocument SayAndHangUp(Language language, Func<Prompts, string> sentence)
    {
        var prompts = Prompts.In(language);
        return Speak(new TwimlDocument(), prompts, sentence(prompts)).Element("Hangup");
    }

    /// <summary>For a failure of ours, when the number's language is not known.</summary>
    public static TwimlDocument Apologize()
    {
        var document = Speak(new TwimlDocument(), Prompts.English, Prompts.English.Apology);
        return Speak(document, Prompts.Chinese, Prompts.Chinese.Apology).Element("Hangup");
    }

    /// <summary>Asks whoever answered the owner's phone to press 1; a carrier's voicemail never does, and the call then goes to ours.</summary>
    public TwimlDocument Screen(Language language)
    {
        var prompts = Prompts.In(language);
        return new TwimlDocument()
            .Element(
                "Gather",
                [("action", address.UrlOf("/webhook/screening-result")), ("method", "POST"), ("numDigits", "1"), ("timeout", "8")],
                children: gather => Speak(gather, prompts, prompts.Screening))
            .Element("Hangup");
    }

    private TwimlDocument Forward(CallInstructions.Forward forward) => new TwimlDocument().Element(
        "Dial",
        [
            ("action", address.UrlOf("/webhook/dial-result")),
            ("method", "POST"),
            ("timeout", TwimlDocument.Number(forward.Settings.RingSeconds)),
            ("answerOnBridge", "true"),
            ("callerId", forward.CallerId?.E164),
        ],
        children: dial => dial.Element(
            "Number",
            forward.Settings.IsScreened ? [("url", UrlOf("/webhook/screening", forward.Settings)), ("method", "POST")] : [],
            forward.Target.E164));

    private TwimlDocument TakeMessage(CallInstructions.TakeMessage message)
    {
        var settings = message.Settings;
        var prompts = Prompts.In(settings.Language);
        var document = Speak(new TwimlDocument(), prompts, settings.Greeting ?? prompts.Greeting).Element(
            "Record",
            [
                ("action", UrlOf("/webhook/record-result", settings)),
                ("method", "POST"),
                ("maxLength", TwimlDocument.Number(message.MaxSeconds)),
                ("finishOnKey", settings.FinishOnKey),
                ("timeout", SilenceSeconds),
                ("recordingStatusCallback", address.UrlOf("/webhook/voicemail-callback")),
                ("recordingStatusCallbackMethod", "POST"),
                ("recordingStatusCallbackEvent", "completed absent"),
                ("transcribe", message.Transcribe ? "true" : null),
                ("transcribeCallback", message.Transcribe ? address.UrlOf("/webhook/transcription-callback") : null),
            ]);

        // Reached only where Twilio skips the action of an empty recording.
        return Speak(document, prompts, prompts.NothingRecorded).Element("Hangup");
    }

    /// <summary>The language travels in the URL, which is signed: the answer needs no database.</summary>
    private string UrlOf(string path, ForwardingSettings settings) =>
        address.UrlOf(settings.Language is Language.Chinese ? path + "?language=zh" : path + "?language=en");

    private static TwimlDocument Speak(TwimlDocument document, Prompts prompts, string text) =>
        document.Element("Say", [("voice", prompts.Voice), ("language", prompts.SpeechLanguage)], text);
}
